package mycelial.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import mycelial.colony.MoatReport;
import mycelial.colony.MoatSurvey;
import mycelial.colony.SessionFolder;
import mycelial.config.Configuration;
import mycelial.feed.MarketFeed;
import mycelial.feed.MoatFeed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the five moats. */
@Command(
    name = "moats",
    description =
        "Shows the five moats of a market or of a session: what is listened to, where it comes from,"
            + " its newest values, and what is missing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  mycelial moats                     the moats of the synthetic sample",
      "  mycelial moats --feed candles/     those of candles/signals.csv",
      "  mycelial moats --session ID        what a session knew of them when it ended"
    })
final class MoatsCommand implements Callable<Integer> {
  private static final int SYNTHETIC_DAYS = 4;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();

  @Option(
      names = "--feed",
      paramLabel = "FEED",
      description = "sample, synthetic, or a folder of candle files (default: sample).")
  @Nullable String feed;

  @Option(
      names = "--session",
      paramLabel = "ID",
      description = "A session that has ended, instead of a market.")
  @Nullable String session;

  /**
   * What is shown.
   *
   * @param of the market or the session
   * @param moats the five
   */
  record Shown(String of, List<MoatReport> moats) {}

  @Override
  public Integer call() {
    if (feed != null && session != null) {
      throw new ParameterException(
          spec.commandLine(), "--feed and --session exclude each other; choose one");
    }
    Shown shown = session == null ? market(feed == null ? "sample" : feed) : session(session);
    PrintWriter out = spec.commandLine().getOut();
    if (common.json) {
      out.println(Output.json(shown));
    } else {
      out.println("The moats of " + shown.of() + ":");
      MoatText.table(shown.moats(), common.paint(), out);
    }
    return ExitCode.FINE;
  }

  private Shown market(String name) {
    Configuration configuration = common.configuration();
    Market named = Markets.named(name, SYNTHETIC_DAYS, common.dataDir, configuration);
    try (MarketFeed market = named.feed().get();
        MoatFeed moats = named.moats().get()) {
      return new Shown(name, MoatSurvey.of(configuration, market, moats));
    }
  }

  private Shown session(String id) {
    Path folder = SessionFolder.sessions(common.dataDir).resolve(id);
    Path result = folder.resolve("result.json");
    if (!Files.exists(result)) {
      throw new ParameterException(
          spec.commandLine(),
          Files.isDirectory(folder)
              ? "session " + id + " has no result: it has not ended, or it failed"
              : "no session " + id + " below " + common.dataDir + "; see --data-dir");
    }
    JsonNode moats = Output.read(result).path("moats");
    return new Shown("session " + id, Output.list(moats, MoatReport.class));
  }
}
