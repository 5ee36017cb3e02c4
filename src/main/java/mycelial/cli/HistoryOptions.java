package mycelial.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mycelial.config.Configuration;
import mycelial.feed.replay.CandleFolder.Selection;
import mycelial.market.Interval;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Which history is played: a folder, and what of it. */
final class HistoryOptions {
  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "Folder of files named PAIR_MINUTES.csv or .csv.gz in Kraken's OHLCVT form.")
  @Nullable Path folder;

  @Option(
      names = "--from",
      paramLabel = "T",
      converter = Times.Converter.class,
      description = "First bar: ISO-8601 or epoch seconds.")
  OptionalLong from = OptionalLong.empty();

  @Option(
      names = "--to",
      paramLabel = "T",
      converter = Times.Converter.class,
      description = "End, exclusive: ISO-8601 or epoch seconds.")
  OptionalLong to = OptionalLong.empty();

  @Option(names = "--pairs", paramLabel = "A,B", split = ",", description = "Only these pairs.")
  List<String> pairs = List.of();

  @Option(names = "--interval", paramLabel = "M", description = "Only bars of M minutes.")
  @Nullable Integer minutes;

  /**
   * The market that is asked for.
   *
   * @throws ParameterException when the options contradict each other or name what is not there
   */
  Market market(Configuration configuration, CommandSpec spec) {
    if (folder == null) {
      throw usage(spec, "Missing required parameter: 'DIR'");
    }
    return Markets.folder(folder, selection(configuration, spec), configuration);
  }

  private Selection selection(Configuration configuration, CommandSpec spec) {
    if (from.isPresent() && to.isPresent() && from.getAsLong() >= to.getAsLong()) {
      throw usage(spec, "--from must be before --to");
    }
    List<Pair> chosen = new ArrayList<>();
    for (String name : pairs) {
      chosen.add(
          configuration
              .names()
              .resolve(name.strip())
              .orElseThrow(() -> usage(spec, "--pairs: '" + name + "' is not a configured pair")));
    }
    return new Selection(from, to, chosen, interval(spec));
  }

  private @Nullable Interval interval(CommandSpec spec) {
    if (minutes == null) {
      return null;
    }
    try {
      return Interval.ofMinutes(minutes);
    } catch (IllegalArgumentException bad) {
      throw usage(spec, "--interval: " + bad.getMessage());
    }
  }

  private static ParameterException usage(CommandSpec spec, String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
