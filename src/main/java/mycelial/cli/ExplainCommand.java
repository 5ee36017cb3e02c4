package mycelial.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import mycelial.market.Pair;
import mycelial.report.explain.Explainer;
import mycelial.report.explain.Node;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Why a trade was made, or was not. */
@Command(
    name = "explain",
    description = {
      "Walks a trade back through what is stored: its money line by line, the ideas, the votes, the"
          + " licences, memory, risk control. Or says why a pair was not traded about a time (half an"
          + " hour before and after)."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 2 when there is no such trade or session, 4 when what is stored cannot be read.",
      "",
      "Examples:",
      "  mycelial explain run-20260105T120000Z-1a2b-account-000001",
      "  mycelial explain --why-not SOLUSD 2026-01-05T14:30:00Z --session run-20260105T120000Z-1a2b"
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();

  @ArgGroup(multiplicity = "1")
  What what = new What();

  @Option(
      names = "--session",
      paramLabel = "ID",
      description = "The session (default: the trade's own, or the newest).")
  @Nullable String session;

  /** One of the two. */
  static final class What {
    @Parameters(paramLabel = "TRADE_ID", description = "A trade, open or closed.")
    @Nullable String trade;

    @Option(
        names = "--why-not",
        arity = "2",
        paramLabel = "PAIR TIME",
        hideParamSyntax = true,
        description = "A pair and a time: ISO-8601, or epoch seconds.")
    List<String> whyNot = List.of();
  }

  @Override
  public Integer call() {
    String trade = what.trade;
    Node node = trade == null ? whyNot(what.whyNot) : trade(trade);
    if (common.json) {
      spec.commandLine().getOut().println(Output.json(node));
    } else {
      NodeText.lines(node, common.paint()).forEach(spec.commandLine().getOut()::println);
    }
    return ExitCode.FINE;
  }

  private Node trade(String id) {
    List<ListedSession> sessions = sessions();
    List<Path> folders = sessions.stream().map(each -> Path.of(each.folder())).distinct().toList();
    for (Path folder : folders) {
      try (Explainer explainer = Explainer.open(folder, common.dataDir)) {
        Optional<Node> found = explainer.trade(id);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw usage("there is no trade " + Printable.of(id) + near(id, folders));
  }

  /** What may have been meant. */
  private String near(String id, List<Path> folders) {
    for (Path folder : folders.reversed()) {
      try (Explainer explainer = Explainer.open(folder, common.dataDir)) {
        List<String> near = explainer.near(id);
        if (!near.isEmpty()) {
          return "; the nearest are " + String.join(", ", near);
        }
      }
    }
    return "; no session below " + common.dataDir + " has made any";
  }

  private Node whyNot(List<String> words) {
    Pair pair =
        common
            .configuration()
            .names()
            .resolve(words.getFirst().toUpperCase(Locale.ROOT))
            .orElseThrow(
                () -> usage("--why-not: '" + words.getFirst() + "' is not a configured pair"));
    OptionalLong time = time(words.get(1));
    List<ListedSession> sessions = sessions();
    if (sessions.isEmpty()) {
      throw usage("there is no session below " + common.dataDir);
    }
    ListedSession chosen = sessions.getLast();
    try (Explainer explainer = Explainer.open(Path.of(chosen.folder()), common.dataDir)) {
      return explainer.whyNot(chosen.id(), pair, (double) time.orElseThrow());
    }
  }

  private OptionalLong time(String text) {
    try {
      return new Times.Converter().convert(text);
    } catch (TypeConversionException bad) {
      throw usage("--why-not: " + bad.getMessage());
    }
  }

  /** The sessions that come into question. */
  private List<ListedSession> sessions() {
    List<ListedSession> all = SessionCatalog.of(common.dataDir).sessions();
    if (session == null) {
      return all;
    }
    List<ListedSession> one = all.stream().filter(each -> each.id().equals(session)).toList();
    if (one.isEmpty()) {
      throw usage("there is no session " + session + " below " + common.dataDir);
    }
    return one;
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence + "; see: mycelial sessions");
  }
}
