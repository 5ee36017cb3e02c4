package mycelial.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mycelial.config.Configuration;
import mycelial.feed.BadDataException;
import mycelial.feed.replay.CandleFolder;
import mycelial.feed.replay.CandleFolder.Selection;
import mycelial.feed.replay.SignalFile;
import mycelial.feed.replay.Survey;
import mycelial.feed.synthetic.SyntheticFeed;
import mycelial.feed.synthetic.SyntheticMoats;
import mycelial.feed.synthetic.WorldKind;
import mycelial.feed.synthetic.WorldSpec;
import mycelial.feed.synthetic.WorldWriter;
import mycelial.market.Interval;
import mycelial.market.PairSpec;

/** Opens the markets that commands name. */
final class Markets {
  /** The sample is the same for everybody. */
  private static final long SAMPLE_SEED = 7;

  private static final int SAMPLE_DAYS = 4;

  private Markets() {}

  /** A folder of candles; without a choice of pairs every candle file in it must be sound. */
  static Market folder(Path folder, Selection selection, Configuration configuration) {
    Survey survey = CandleFolder.survey(folder, configuration.names());
    if (selection.pairs().isEmpty() && !survey.errors().isEmpty()) {
      throw new BadDataException(String.join("\n", survey.errors()));
    }
    if (survey.signalError() != null) {
      throw new BadDataException(survey.signalError());
    }
    Worth worth = Worth.of(survey.only(selection.pairs(), selection.interval()));
    List<String> remarks = List.of(worth.line());
    return Market.of(
        () -> CandleFolder.open(folder, selection, configuration.names(), remarks),
        () -> SignalFile.open(folder),
        inputs(survey),
        worth);
  }

  private static String inputs(Survey survey) {
    List<String> lines = new ArrayList<>();
    survey.files().forEach(file -> lines.add(input(file.path(), file.sha256())));
    Survey.SurveyedSignals signals = survey.signals();
    if (signals != null) {
      lines.add(input(signals.path(), signals.sha256()));
    }
    return String.join("\n", lines);
  }

  private static String input(Path file, String sha256) {
    return file.getFileName() + " sha256:" + sha256;
  }

  /** A generated market of that length. */
  static Market synthetic(Configuration configuration, int days) {
    WorldSpec spec =
        WorldSpec.of(
            WorldKind.SAMPLE, configuration.seed(), specs(configuration), days, Interval.MINUTE);
    return Market.of(
        () -> new SyntheticFeed(spec),
        () -> new SyntheticMoats(spec),
        "generated: world " + spec.kind().label() + ", seed " + spec.seed() + ", " + days + " days",
        null);
  }

  /** The sample: four days, generated on first use. */
  static Market sample(Path dataDir, Configuration configuration) {
    Path folder = dataDir.resolve("sample");
    if (!Files.isDirectory(folder)) {
      generate(
          WorldSpec.of(
              WorldKind.SAMPLE, SAMPLE_SEED, specs(configuration), SAMPLE_DAYS, Interval.MINUTE),
          folder);
    }
    return folder(folder, Selection.ALL, configuration);
  }

  /** Writes a world to a folder. */
  static void generate(WorldSpec spec, Path folder) {
    try {
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      WorldWriter.write(spec, folder);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write the generated market to " + folder, failed);
    }
  }

  static List<PairSpec> specs(Configuration configuration) {
    return configuration.pairs().stream().map(pair -> configuration.specs().get(pair)).toList();
  }

  /** A market named by {@code --feed}. */
  static Market named(String name, int days, Path dataDir, Configuration configuration) {
    return switch (name) {
      case "sample" -> sample(dataDir, configuration);
      case "synthetic" -> synthetic(configuration, days);
      default -> {
        Path folder = Path.of(name);
        if (!Files.isDirectory(folder)) {
          throw new BadDataException(
              "--feed " + name + ": expected sample, synthetic or a folder of candle files");
        }
        yield folder(folder, Selection.ALL, configuration);
      }
    };
  }
}
