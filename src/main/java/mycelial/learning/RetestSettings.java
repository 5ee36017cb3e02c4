package mycelial.learning;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import mycelial.ledger.CostModel;
import mycelial.ledger.ExitRules;
import mycelial.market.Interval;
import mycelial.market.Pair;

/**
 * How a researcher retests rules.
 *
 * @param historyBars bars of each pair that it keeps
 * @param blockBars least length of a block by which firings are shifted, bars
 * @param permutations shifts that are tried at most
 * @param minimumOutcomes outcomes that an approval takes
 * @param maximumP largest p-value of an approval
 * @param interval length of a bar
 * @param costs what a trade costs, as a ledger's does
 * @param halfSpreads half the spread of each pair, fraction of the price
 * @param exits where a trade is closed, as a ledger's position is
 */
public record RetestSettings(
    int historyBars,
    int blockBars,
    int permutations,
    int minimumOutcomes,
    double maximumP,
    Interval interval,
    CostModel costs,
    Map<Pair, Double> halfSpreads,
    ExitRules exits) {
  /**
   * @throws IllegalArgumentException when a number is out of its range
   */
  public RetestSettings {
    if (historyBars < 1 || blockBars < 1 || permutations < 1 || minimumOutcomes < 1) {
      throw new IllegalArgumentException(
          historyBars
              + " bars in blocks of "
              + blockBars
              + ", "
              + permutations
              + " permutations, "
              + minimumOutcomes
              + " outcomes: all must be 1 or more");
    }
    if (!(maximumP > 0 && maximumP <= 1)) {
      throw new IllegalArgumentException("a p-value of at most " + maximumP + " is none");
    }
    halfSpreads = Collections.unmodifiableMap(new TreeMap<>(halfSpreads));
  }
}
