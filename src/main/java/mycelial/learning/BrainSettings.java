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
 * @param decayPercentPer10Minutes what a rule's value loses in ten minutes without confirmation
 * @param quantileWindow samples in a running quantile; memory is 16 bytes a sample, pair and
 *     feature, so 256 samples of eight pairs are 360 kB
 * @param quantileSampleBars every how many closed bars a sample is taken
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
    int quantileWindow,
    int quantileSampleBars,
    Interval interval,
    CostSettings costs,
    double stopAtr,
    double targetAtr) {

  /** Samples that a running quantile needs before it is a threshold. */
  static final int MINIMUM_SAMPLES = 24;

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
        quantileWindow >= MINIMUM_SAMPLES,
        "quantileWindow",
        quantileWindow,
        MINIMUM_SAMPLES + " or more");
    require(quantileSampleBars >= 1, "quantileSampleBars", quantileSampleBars, "1 or more");
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
