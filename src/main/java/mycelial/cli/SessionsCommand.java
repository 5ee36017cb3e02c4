package mycelial.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import mycelial.storage.MessageFilter;
import mycelial.storage.StoredMessage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What has been played. */
@Command(
    name = "sessions",
    description = "Lists the sessions of a data folder, or shows one in full.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: mycelial sessions run-20260105T120000Z-1a2b --messages --channel pattern-confirmed"
    })
final class SessionsCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();

  @Parameters(paramLabel = "ID", arity = "0..1", description = "Show this one in full.")
  @Nullable String id;

  @Option(
      names = "--messages",
      description = "What its agents said to each other off the trading path, in order of time.")
  boolean messages;

  @Option(
      names = "--channel",
      paramLabel = "C",
      description = "Only messages of this channel, or of all channels of this topic.")
  @Nullable String channel;

  @Option(names = "--pair", paramLabel = "P", description = "Only messages that name this pair.")
  @Nullable String pair;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "At most so many messages (default: ${DEFAULT-VALUE}).")
  int limit = 1000;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    SessionCatalog catalog = SessionCatalog.of(common.dataDir);
    String wanted = id;
    if (wanted == null) {
      requireNoMessageOptions();
      if (common.json) {
        out.println(Output.json(catalog));
      } else {
        SessionText.list(catalog, common.paint()).forEach(out::println);
      }
      return ExitCode.FINE;
    }
    ListedSession session =
        catalog.find(wanted).orElseThrow(() -> usage("there is no session " + wanted));
    if (messages) {
      show(session, out);
    } else {
      requireNoMessageOptions();
      if (common.json) {
        out.println(Output.json(SessionDetail.of(session)));
      } else {
        SessionText.full(SessionDetail.of(session), common.paint()).forEach(out::println);
      }
    }
    return ExitCode.FINE;
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(
        spec.commandLine(), sentence + " below " + common.dataDir + "; see: mycelial sessions");
  }

  private void requireNoMessageOptions() {
    if (messages || channel != null || pair != null) {
      throw new ParameterException(
          spec.commandLine(), "--channel and --pair choose from: sessions ID --messages");
    }
  }

  private void show(ListedSession session, PrintWriter out) {
    if (limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit " + limit + ": expected a whole number of at least 1");
    }
    List<StoredMessage> found =
        SessionCatalog.messages(session, new MessageFilter(channel, pair, limit));
    if (common.json) {
      Map<String, Object> object = new TreeMap<>();
      object.put("session", session.id());
      object.put("messages", found.stream().map(SessionText::message).toList());
      out.println(Output.json(object));
    } else {
      found.forEach(message -> out.println(SessionText.line(message)));
    }
  }
}
