package mycelial.report;

import org.jspecify.annotations.Nullable;

/**
 * The synthesized gate against another. Effects are left less right: above zero speaks for the
 * synthesized gate.
 *
 * @param against the other gate
 * @param leftTrades trades of the synthesized gate
 * @param rightTrades trades of the other; expected number where chance chooses
 * @param leftMean mean net return, percent of a trade
 * @param rightMean mean net return, percent of a trade
 * @param leftPerDay profit and loss, quote currency a day, every trade at full size
 * @param rightPerDay likewise
 * @param test what the bootstrap says of the difference of the means; null where it cannot be asked
 * @param perDay what it says of the difference a day; null likewise
 * @param adjustedP p after Holm's correction over all comparisons; 1 where there is no test
 * @param why reason for which there is no test, else empty
 */
public record Comparison(
    String against,
    double leftTrades,
    double rightTrades,
    @Nullable Double leftMean,
    @Nullable Double rightMean,
    double leftPerDay,
    double rightPerDay,
    @Nullable Effect test,
    @Nullable DailyEffect perDay,
    double adjustedP,
    String why) {

  /**
   * An effect with its uncertainty.
   *
   * @param effect the difference
   * @param low lower end of the 95 % interval
   * @param high upper end
   * @param p two-sided, of this comparison alone
   * @param power probability of finding the smallest effect worth having, at 5 %, this comparison
   *     alone
   * @param detectable effect that is found with a probability of 80 %
   * @param blockBuckets mean block length of the bootstrap, buckets
   */
  public record Effect(
      double effect,
      double low,
      double high,
      double p,
      double power,
      double detectable,
      double blockBuckets) {}

  /**
   * The difference of profit a day, quote currency, with its uncertainty.
   *
   * @param effect the difference
   * @param low lower end of the 95 % interval
   * @param high upper end
   * @param p two-sided, of this comparison alone
   */
  public record DailyEffect(double effect, double low, double high, double p) {}

  /** The same with another adjusted p. */
  Comparison withAdjusted(double p) {
    return new Comparison(
        against,
        leftTrades,
        rightTrades,
        leftMean,
        rightMean,
        leftPerDay,
        rightPerDay,
        test,
        perDay,
        p,
        why);
  }

  /** Whether the synthesized gate is better beyond chance. */
  boolean isBetter(double alpha) {
    return test != null && test.effect() > 0 && adjustedP <= alpha;
  }

  /** Whether it is worse beyond chance. */
  boolean isWorse(double alpha) {
    return test != null && test.effect() < 0 && adjustedP <= alpha;
  }
}
