package mycelial.bench.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import mycelial.bench.Benches;
import mycelial.bench.Launcher;
import mycelial.stub.StubExchange;
import mycelial.stub.StubOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code scripts/live-bench}. */
@Command(
    name = "live-bench",
    description = {
      "Plays a live session against the stub exchange, with faults all the time, kills it (kill -9)"
          + " at random moments and resumes it, and kills its Redis.",
      "Afterwards: state COMPLETED, what was confirmed before a kill is unchanged and there once,"
          + " every fill lies within half spread and slippage of the exchange's own quotes on fresh"
          + " and closed bars, and the journal played again gives the same digest. The exit code is"
          + " 1 when anything of this is violated."
    },
    mixinStandardHelpOptions = true)
final class LiveBench implements Callable<Integer> {
  private static final int PATIENCE_HOURS = 4;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--hours",
      defaultValue = "24",
      description = "Of the session (default: ${DEFAULT-VALUE}).")
  int hours;

  @Option(
      names = "--speed",
      defaultValue = "240",
      description = "The exchange's seconds a second (default: ${DEFAULT-VALUE}).")
  double speed;

  @Option(
      names = "--kills",
      defaultValue = "0",
      description = "Kills of the JVM (default: ${DEFAULT-VALUE}).")
  int kills;

  @Option(
      names = "--redis-kills",
      defaultValue = "0",
      description = "Kills of its Redis server (default: ${DEFAULT-VALUE}).")
  int redisKills;

  @Option(
      names = "--faults",
      defaultValue = "default24h",
      description = "Of the exchange: none, default24h or a file (default: ${DEFAULT-VALUE}).")
  String faults = "";

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of market, faults and moments (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--project", hidden = true, required = true, description = "Set by the script.")
  Path project = Path.of("");

  @Option(names = "--jar", hidden = true, required = true, description = "Set by the script.")
  Path jar = Path.of("");

  @Option(names = "--flags", hidden = true, required = true, description = "Set by the script.")
  String flags = "";

  public static void main(String[] args) {
    System.exit(Benches.execute(new LiveBench(), args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    LiveStage stage = new LiveStage(new Launcher(project, jar, flags.strip(), "live-bench"));
    stage.train(seed);
    out.println("trained a swarm on another day of such a market");
    StubOptions options = new StubOptions().speed(speed).seed(seed).faults(faults);
    try (StubExchange exchange = StubExchange.start(options)) {
      LiveSessionRun run = new LiveSessionRun(stage, exchange, new SplittableRandom(seed), out);
      run.play(hours, speed, kills, redisKills, PATIENCE_HOURS);
      FillCheck fills = new FillCheck(exchange, speed, stage.data(), run.id());
      List<String> violations = run.violations();
      violations.addAll(fills.check());
      violations.addAll(stage.parity(run.id(), out));
      if (!exchange.ordersPlaced().isEmpty()) {
        violations.add("orders were placed: " + exchange.ordersPlaced());
      }
      out.println(fills.summary());
      violations.forEach(each -> out.println("VIOLATION: " + each));
      out.printf(
          Locale.ROOT,
          "%s, %d kills, %d kills of Redis, %d positions kept over kills: %s%n",
          run.state(),
          run.kills(),
          run.redisKills(),
          run.kept(),
          violations.isEmpty()
              ? "nothing lost, nothing doubled"
              : violations.size() + " VIOLATIONS");
      return violations.isEmpty() ? 0 : 1;
    }
  }
}
