package mycelial.cli;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mycelial.bus.BusException;
import mycelial.bus.OperatorCommand;
import mycelial.bus.redis.OperatorClient;
import mycelial.colony.SessionFolder;
import mycelial.colony.SessionFolder.Live;
import mycelial.message.SystemControl.Command;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command to a live session: signed with its control token, sent over its Redis, acknowledged by
 * the session itself.
 */
abstract class OperatorCall implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int NONCE_BYTES = 16;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();

  @Option(
      names = "--session",
      paramLabel = "ID",
      description = "The session; needed only when several are live.")
  @Nullable String session;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; shown and stored.")
  String reason = "operator's command";

  abstract Command command();

  @Override
  public Integer call() {
    Live live = live();
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    OperatorCommand signed =
        OperatorCommand.sign(
            live.session(),
            HexFormat.of().formatHex(nonce),
            command(),
            reason,
            HexFormat.of().parseHex(live.token()));
    boolean received =
        OperatorClient.sendAndAwait(live.endpoint(), live.prefix(), signed, PATIENCE);
    if (!received) {
      throw new BusException(
          BusException.Cause.UNREACHABLE,
          "session "
              + live.session()
              + " has not acknowledged "
              + command()
              + " within "
              + PATIENCE.toSeconds()
              + " s; it may be busy or waiting for its next instant: look at its output");
    }
    if (common.json) {
      spec.commandLine()
          .getOut()
          .println(
              Output.json(
                  Map.of("session", live.session(), "command", command(), "received", true)));
    } else {
      spec.commandLine().getOut().println(live.session() + " has received " + command());
    }
    return ExitCode.FINE;
  }

  private Live live() {
    List<Live> all =
        SessionFolder.allLive(common.dataDir).stream()
            .filter(found -> session == null || found.session().equals(session))
            .toList();
    if (all.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "no live session"
              + (session == null ? "" : " " + session)
              + " below "
              + common.dataDir
              + "; see --data-dir");
    }
    if (all.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "several sessions are live, choose one with --session: " + all);
    }
    return all.getFirst();
  }
}
