package mycelial.learning;

import java.util.List;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.Pair;

/**
 * How one learner learns.
 *
 * @param agentId its number; part of the names of its rules
 * @param moat its field
 * @param watchList the pairs it looks at and trades; may be empty: then it does nothing
 * @param population how many rules it keeps
 * @param minimumOutcomes outcomes that a licence takes
 * @param minimumTStatistic t statistic that a licence takes
 * @param decayPercentPer10Minutes what a rule's value loses in ten minutes without confirmation, or
 *     in ten bars where these are longer than a minute
 * @param minimumVoteValue value from which a licensed rule votes, 0 to 100
 * @param interval length of a bar
 * @param costs what a virtual trade costs
 * @param stopAtr stop distance, multiples of the ATR over the horizon
 * @param targetAtr target distance, multiples of the ATR over the horizon
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
    Interval interval,
    CostSettings costs,
    double stopAtr,
    double targetAtr) {

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
    require(stopAtr > 0, "stopAtr", stopAtr, "above 0");
    require(targetAtr > 0, "targetAtr", targetAtr, "above 0");
    watchList.forEach(costs::halfSpreadOf);
  }

  private static void require(boolean holds, String name, double value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is " + value + ", expected " + expected);
    }
  }
}
