package mycelial.analysis;

import java.util.Arrays;
import java.util.List;

/**
 * Evidence against the hypothesis that outcomes between -1 and 1 have no mean above zero, whatever
 * has been seen before them: the wealth of a gambler who starts with 1 and bets a part of it on
 * each outcome, the average over several such parts. Under the hypothesis it is a nonnegative
 * supermartingale of at most 1 on the average, so it may be looked at any time (an e-process; I.
 * Waudby-Smith and A. Ramdas, "Estimating means of bounded random variables by betting", JRSS-B 86,
 * 2024, section 4). Used by one thread.
 */
public final class BettingEvidence {
  /** The parts that are staked; a mixture needs no knowledge of the best one. */
  private static final double[] STAKES = {0.15, 0.4, 0.7, 0.95};

  /** Enough to be never reached in earnest, and no infinity can follow from it. */
  private static final double LEAST = -1e6;

  private final double[] logWealth;

  /** No evidence yet. */
  public BettingEvidence() {
    logWealth = new double[STAKES.length];
  }

  /**
   * Goes on from what {@link #state} told.
   *
   * @throws IllegalArgumentException when it told something else
   */
  public BettingEvidence(List<Double> state) {
    if (state.size() != STAKES.length || !state.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(state + " is no wealth of " + STAKES.length + " gamblers");
    }
    logWealth = state.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Takes in an outcome.
   *
   * @throws IllegalArgumentException when it is not between -1 and 1
   */
  public void add(double outcome) {
    if (!(outcome >= -1 && outcome <= 1)) {
      throw new IllegalArgumentException("outcome " + outcome + " is not between -1 and 1");
    }
    for (int i = 0; i < STAKES.length; i++) {
      double grown = logWealth[i] + StrictMath.log(1 + STAKES[i] * outcome);
      logWealth[i] = Math.max(LEAST, grown);
    }
  }

  /** Natural logarithm of the e-value. */
  public double logValue() {
    double most = logWealth[0];
    for (double log : logWealth) {
      most = Math.max(most, log);
    }
    double sum = 0;
    for (double log : logWealth) {
      sum += StrictMath.exp(log - most);
    }
    return most + StrictMath.log(sum / STAKES.length);
  }

  /** Everything that is known, for {@link #BettingEvidence(List)}. */
  public List<Double> state() {
    return Arrays.stream(logWealth).boxed().toList();
  }

  /** The state before any outcome. */
  public static List<Double> nothing() {
    return new BettingEvidence().state();
  }
}
