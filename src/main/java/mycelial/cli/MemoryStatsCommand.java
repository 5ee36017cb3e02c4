package mycelial.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import mycelial.config.MemorySettings;
import mycelial.memory.MemoryCollection;
import mycelial.storage.StoredHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Counts what is remembered. */
@Command(
    name = "stats",
    description = {
      "Counts what is remembered: the collections, failures by stream and pair, and whether memory"
          + " would have been right."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "In hindsight each trade is judged by what had been closed when it was entered.",
      "Examples: mycelial memory stats",
      "          mycelial memory stats --session replay-20260102T030405Z-0001 --json"
    })
final class MemoryStatsCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();
  @Mixin MemorySource source = new MemorySource();

  @Override
  public Integer call() {
    MemorySettings settings = common.configuration().memory();
    MemoryStats stats;
    try (StoredHistory history = source.open(common.dataDir)) {
      stats = MemoryStats.of(history.past(source.session), settings);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (common.json) {
      out.println(Output.json(stats));
    } else {
      print(stats, out);
    }
    return ExitCode.FINE;
  }

  private static void print(MemoryStats stats, PrintWriter out) {
    for (MemoryCollection collection : MemoryCollection.values()) {
      Integer count = stats.collections().get(collection.label());
      out.printf(
          Locale.ROOT,
          "%-17s %s%n",
          collection.label(),
          count == null ? "not in trades.db: kept by sessions and swarm snapshots" : count);
    }
    MemoryStats.Skipped skipped = stats.skipped();
    out.printf(
        Locale.ROOT,
        "%nsessions %d; left out: %d without ranks, %d cut off by a session's end, %d played"
            + " before, %d forgotten%n",
        stats.sessions(),
        skipped.withoutRanks(),
        skipped.cutOff(),
        skipped.repeated(),
        skipped.forgotten());
    if (!stats.streams().isEmpty()) {
      out.printf(
          Locale.ROOT,
          "%n%-12s %-11s %7s %8s %7s %9s%n",
          "stream",
          "pair",
          "trades",
          "failures",
          "share",
          "mean");
      stats.streams().forEach(tally -> print(tally, out));
      stats.pairs().forEach(tally -> print(tally, out));
      out.printf(Locale.ROOT, "%nIn hindsight memory would have said:%n");
      stats.hindsight().forEach(judged -> print(judged, out));
    }
  }

  private static void print(MemoryStats.Tally tally, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-12s %-11s %7d %8d %5.0f %% %+7.2f %%%n",
        tally.stream(),
        tally.pair() == null ? "all" : tally.pair(),
        tally.trades(),
        tally.failures(),
        100 * tally.share(),
        100 * tally.meanReturn());
  }

  private static void print(MemoryStats.Judged judged, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-12s %-11s %7d %8d %5.0f %% %+7.2f %%%n",
        judged.stream(),
        judged.verdict(),
        judged.trades(),
        judged.failures(),
        100 * judged.share(),
        100 * judged.meanReturn());
  }
}
