package mycelial.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
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
      print(stats, out, common.paint());
    }
    return ExitCode.FINE;
  }

  private static void print(MemoryStats stats, PrintWriter out, Paint paint) {
    Table counts = new Table("", "");
    for (MemoryCollection collection : MemoryCollection.values()) {
      Integer count = stats.collections().get(collection.label());
      counts.row(
          collection.label(),
          count == null ? "not in trades.db: kept by sessions and swarm snapshots" : count);
    }
    counts.lines(paint).forEach(out::println);
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
      Table tallies = new Table("stream", "pair", ">trades", ">failures", ">share", ">mean");
      stats.streams().forEach(tally -> row(tally, tallies));
      stats.pairs().forEach(tally -> row(tally, tallies));
      out.println();
      tallies.lines(paint).forEach(out::println);
      Table judged = new Table("stream", "verdict", ">trades", ">failures", ">share", ">mean");
      stats.hindsight().forEach(each -> row(each, judged));
      out.printf(Locale.ROOT, "%nIn hindsight memory would have said:%n");
      judged.lines(paint).forEach(out::println);
    }
  }

  private static void row(MemoryStats.Tally tally, Table table) {
    table
        .row()
        .cell(tally.stream())
        .cell(tally.pair() == null ? "all" : tally.pair())
        .cell(String.valueOf(tally.trades()))
        .cell(String.valueOf(tally.failures()))
        .cell(share(tally.share()))
        .signed(BigDecimal.valueOf(tally.meanReturn()), mean(tally.meanReturn()));
  }

  private static void row(MemoryStats.Judged judged, Table table) {
    table
        .row()
        .cell(judged.stream())
        .cell(judged.verdict())
        .cell(String.valueOf(judged.trades()))
        .cell(String.valueOf(judged.failures()))
        .cell(share(judged.share()))
        .signed(BigDecimal.valueOf(judged.meanReturn()), mean(judged.meanReturn()));
  }

  private static String share(double fraction) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
  }

  private static String mean(double fraction) {
    return String.format(Locale.ROOT, "%+.2f %%", 100 * fraction);
  }
}
