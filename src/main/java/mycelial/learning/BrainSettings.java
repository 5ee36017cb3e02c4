package mycelial.learning;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.ledger.CostModel;
import mycelial.ledger.ExitRules;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.market.Side;

/**
 * How one learner learns.
 *
 * @param agentId its number; part of the names of its rules
 * @param moat its field
 * @param watchList the pairs it looks at and trades; may be empty: then it does nothing
 * @param population how many rules it keeps
 * @param minimumOutcomes outcomes that an exploratory rule takes
 * @param minimumTStatistic t statistic that an exploratory rule takes
 * @param decayPercentPer10Minutes what a rule's value loses in ten minutes without confirmation, or
 *     in ten bars where these are longer than a minute
 * @param minimumVoteValue value, times its licence's factor, from which a rule votes; value from
 *     which it is applied for; 0 to 100
 * @param search how it looks for rules
 * @param interval length of a bar
 * @param costs what a virtual trade costs, as a ledger's trade does
 * @param halfSpreads half the spread of each watched pair, fraction of the price
 * @param exits where a virtual trade is closed, as a ledger's position is
 */
public record BrainSettings(
    int agentId,
    Moat moat,
    List<Pair> watchList,
    int population,
    int minimumOutcomes,
    double minimumTStatistic,
    double decayPercentPer10Minutes,
    double minimumVoteValue,
    Search search,
    Interval interval,
    CostModel costs,
    Map<Pair, Double> halfSpreads,
    ExitRules exits) {

  private static final double LARGEST_HALF_SPREAD = 0.1;
  private static final double LEAST_COSTS = 0.001;

  /**
   * @throws IllegalArgumentException naming the first setting that is out of range
   */
  public BrainSettings {
    watchList = watchList.stream().distinct().toList();
    require(population >= 1, "population", population, "1 or more");
    require(minimumOutcomes >= 2, "minimumOutcomes", minimumOutcomes, "2 or more");
    require(minimumTStatistic >= 0, "minimumTStatistic", minimumTStatistic, "0 or more");
    require(
        decayPercentPer10Minutes >= 0 && decayPercentPer10Minutes <= 100,
        "decayPercentPer10Minutes",
        decayPercentPer10Minutes,
        "0 to 100");
    require(
        minimumVoteValue >= 0 && minimumVoteValue < 100,
        "minimumVoteValue",
        minimumVoteValue,
        "0 to 100");
    halfSpreads = Collections.unmodifiableMap(new TreeMap<>(halfSpreads));
    for (Pair pair : watchList) {
      double halfSpread = halfSpreads.getOrDefault(pair, Double.NaN);
      require(
          halfSpread >= 0 && halfSpread < LARGEST_HALF_SPREAD,
          "half spread of the watched pair " + pair,
          halfSpread,
          "0 to below " + LARGEST_HALF_SPREAD + " of the price");
    }
  }

  /** What a round trip costs at an unchanged price, a fraction of its value. */
  double roundTrip(Pair pair) {
    double feeRate = costs.feeRate(BigDecimal.ZERO).doubleValue();
    double halfSpread = halfSpreads.getOrDefault(pair, Double.NaN);
    return -costs.netReturn(Side.BUY, 1, 1, halfSpread, feeRate);
  }

  /**
   * An outcome of so much counts as much for evidence as any greater one: three round trips, or
   * three in a thousand where trading costs next to nothing.
   */
  double evidenceUnit(Pair pair) {
    return 3 * Math.max(roundTrip(pair), LEAST_COSTS);
  }

  private static void require(boolean holds, String name, double value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is " + value + ", expected " + expected);
    }
  }
}
