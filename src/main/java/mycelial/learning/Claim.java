package mycelial.learning;

/**
 * Evidence that somebody claims for a rule. A learner believes it only in a fire drill: otherwise
 * it starts a peer's rule without outcomes and finds out for itself, which is what makes the swarm
 * immune to forged evidence.
 *
 * @param outcomes how many outcomes there were
 * @param mean their mean, a fraction net of costs
 * @param tStatistic mean / standard error
 */
public record Claim(int outcomes, double mean, double tStatistic) {
  private static final int MOST_OUTCOMES = 1000;

  /**
   * @throws IllegalArgumentException when it claims nothing that could be believed
   */
  public Claim {
    if (outcomes < 2 || outcomes > MOST_OUTCOMES || !(mean > 0) || !(tStatistic > 0)) {
      throw new IllegalArgumentException(
          "a claim of " + outcomes + " outcomes, mean " + mean + ", t " + tStatistic);
    }
  }

  /** Whether a peer's figures can be a claim. */
  public static boolean isCredible(int outcomes, double mean, double value) {
    return outcomes >= 2 && outcomes <= MOST_OUTCOMES && mean > 0 && value > 0 && value < 100;
  }

  /** A claim from what peers tell of a rule: its value, 0 to 100, gives the t statistic. */
  public static Claim of(int outcomes, double mean, double value) {
    return new Claim(outcomes, mean, Evidence.tStatisticOf(value, outcomes));
  }

  /** Feeds outcomes that would have led to the claim: as many above the mean as below it. */
  void feed(Evidence evidence, double now) {
    double deviation = mean * Math.sqrt(outcomes) / tStatistic;
    if (outcomes % 2 == 1) {
      evidence.add(mean, now);
    }
    for (int i = 0; i < outcomes / 2; i++) {
      evidence.add(mean - deviation, now);
      evidence.add(mean + deviation, now);
    }
    evidence.confirm(now);
  }
}
