package mycelial.cli;

import java.util.ArrayList;
import java.util.List;
import mycelial.config.Configuration;
import mycelial.market.Interval;
import mycelial.market.Pair;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which of the configured pairs are meant. */
final class PairOptions {
  @Option(
      names = "--pairs",
      paramLabel = "A,B",
      split = ",",
      description = "Only these pairs (default: all that are configured).")
  List<String> names = List.of();

  /**
   * The pairs chosen.
   *
   * @throws ParameterException when one is not configured
   */
  List<Pair> of(Configuration configuration, CommandSpec spec) {
    if (names.isEmpty()) {
      return configuration.pairs();
    }
    List<Pair> pairs = new ArrayList<>();
    for (String name : names) {
      pairs.add(
          configuration
              .names()
              .resolve(name.strip())
              .orElseThrow(() ->
                  new ParameterException(
                      spec.commandLine(), "--pairs: '" + name + "' is not a configured pair")));
    }
    return pairs.stream().distinct().toList();
  }

  /**
   * Intervals by their minutes.
   *
   * @throws ParameterException when there is none of that length
   */
  static List<Interval> intervals(List<Integer> minutes, CommandSpec spec) {
    try {
      return minutes.stream().map(Interval::ofMinutes).toList();
    } catch (IllegalArgumentException bad) {
      throw new ParameterException(spec.commandLine(), "--interval: " + bad.getMessage(), bad);
    }
  }
}
