package mycelial.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import mycelial.config.Configuration;
import mycelial.feed.replay.CandleArchive;
import mycelial.feed.replay.CandleStore;
import mycelial.feed.replay.Overlap;
import mycelial.market.Interval;
import mycelial.market.Pair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes candles out of Kraken's archives. */
@Command(
    name = "import",
    description = "Takes candles out of Kraken's OHLCVT archives (ZIP) into a folder.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: mycelial data import Kraken_OHLCVT_Q1_2024.zip --interval 1 --out candles",
      "Kraken offers them at support.kraken.com: \"Downloadable historical OHLCVT data\"."
    })
final class DataImportCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();
  @Mixin PairOptions chosen = new PairOptions();

  @Parameters(paramLabel = "ZIP", arity = "1..*", description = "The archives, oldest first.")
  List<Path> archives = List.of();

  @Option(
      names = "--interval",
      paramLabel = "M,..",
      split = ",",
      defaultValue = "1,5,15,60",
      description = "Minutes of the bars wanted (default: ${DEFAULT-VALUE}).")
  List<Integer> minutes = List.of();

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to.")
  Path folder = Path.of("");

  @Option(
      names = "--overlap",
      paramLabel = "refuse|keep|replace",
      defaultValue = "refuse",
      description =
          "Where bars differ from those that are there: refuse the file, keep what is there, or"
              + " replace it (default: ${DEFAULT-VALUE}).")
  Overlap overlap = Overlap.REFUSE;

  @Override
  public Integer call() {
    Configuration configuration = common.configuration();
    List<Pair> pairs = chosen.of(configuration, spec);
    List<Interval> intervals = PairOptions.intervals(minutes, spec);
    CandleStore store = CandleStore.open(folder, configuration.names());
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    boolean fine = true;
    var said = new ArrayList<Archive>();
    for (Path archive : archives) {
      try (Steps steps = new Steps("importing", err)) {
        var imported =
            CandleArchive.of(archive)
                .into(
                    store,
                    configuration.names(),
                    (pair, interval) -> pairs.contains(pair) && intervals.contains(interval),
                    overlap,
                    steps::at);
        fine &= imported.errors().isEmpty();
        said.add(Archive.of(archive, imported));
      }
    }
    if (common.json) {
      out.println(Output.json(new Result(fine, folder.toString(), said)));
    } else {
      said.forEach(archive -> archive.print(out));
    }
    said.forEach(archive -> archive.errors().forEach(err::println));
    return fine ? ExitCode.FINE : ExitCode.BAD_DATA;
  }

  /** All of it. */
  record Result(boolean fine, String folder, List<Archive> archives) {}

  /** One archive. */
  record Archive(String archive, List<Row> files, List<String> notices, List<String> errors) {
    static Archive of(Path archive, CandleArchive.Imported imported) {
      return new Archive(
          archive.toString(),
          imported.files().stream().map(Row::of).toList(),
          imported.notices(),
          imported.errors());
    }

    void print(PrintWriter out) {
      out.println(archive);
      files.forEach(row -> out.println("  " + row.line()));
      notices.forEach(notice -> out.println("  " + notice));
    }
  }

  /** One file; numbers are rows. */
  record Row(String file, long added, long agreeing, long conflicts, long total) {
    static Row of(CandleStore.Merged merged) {
      return new Row(
          String.valueOf(merged.path().getFileName()),
          merged.added(),
          merged.agreeing(),
          merged.conflicts(),
          merged.total());
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "%-20s %9d rows added, %d were there already, %d differed; now %d",
          file,
          added,
          agreeing,
          conflicts,
          total);
    }
  }
}
