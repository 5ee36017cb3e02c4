package mycelial.analysis;

import java.util.Arrays;

/**
 * Which of many hypotheses are refuted so that on the average at most a given share of the
 * refutations is false, however their e-values depend on each other: the e-Benjamini-Hochberg
 * procedure (R. Wang and A. Ramdas, "False discovery rate control with e-values", JRSS-B 84, 2022)
 * with a weight for each hypothesis, fixed before it is tried, as online e-BH has it (L. Fischer,
 * Z. Xu and A. Ramdas, "An online generalization of the (e-)Benjamini-Hochberg procedure", 2024).
 * Weights sum to at most 1 over all hypotheses that may ever be tried, so those that have been
 * given up still count and new ones can be tried without end. As e-processes are valid at any time,
 * the procedure may be looked at any time.
 *
 * <p>With weights w and e-values e, those k hypotheses are refuted whose w e is at least 1 / (level
 * k), for the largest k possible: the expected share of false ones is at most the sum of level w e
 * over the true hypotheses, hence at most the level.
 */
public final class FalseDiscovery {
  /** Trials over which a weight stays within a factor of four of the first one's. */
  private static final double LEVEL_TRIALS = 200;

  private FalseDiscovery() {}

  /**
   * Logarithm of the weight of a trial of one of several who try: N / ((t + N - 1)(t + N)), which
   * sums to 1 over all t, shared out evenly.
   *
   * @param trial the number of the trial, from 1
   * @param triers how many try, each numbering its own trials
   */
  public static double logWeight(int trial, int triers) {
    if (trial < 1 || triers < 1) {
      throw new IllegalArgumentException("trial " + trial + " of " + triers + " triers is none");
    }
    double next = trial + LEVEL_TRIALS;
    return StrictMath.log(LEVEL_TRIALS / ((next - 1) * next) / triers);
  }

  /**
   * The least logarithm of weight times e-value that is refuted, or infinity where nothing is.
   *
   * @param logWeighted logarithms of weight times e-value; sorted by the call
   * @param level the false discovery rate, above 0
   */
  public static double limit(double[] logWeighted, double level) {
    Arrays.sort(logWeighted);
    double one = -StrictMath.log(level);
    for (int k = logWeighted.length; k >= 1; k--) {
      double limit = one - StrictMath.log(k);
      if (logWeighted[logWeighted.length - k] >= limit) {
        return limit;
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
