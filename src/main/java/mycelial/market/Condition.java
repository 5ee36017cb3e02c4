package mycelial.market;

/**
 * One condition of a rule: the level of something is beyond a quantile of its own past.
 *
 * @param source what is looked at
 * @param comparison on which side of the threshold it holds
 * @param quantile level of the running quantile that is the threshold, between 0 and 1
 */
public record Condition(Source source, Comparison comparison, double quantile) {

  /** Side of the threshold. */
  public enum Comparison {
    ABOVE,
    BELOW
  }

  /**
   * @throws IllegalArgumentException when the level is not between 0 and 1
   */
  public Condition {
    if (!(quantile > 0 && quantile < 1)) {
      throw new IllegalArgumentException("quantile " + quantile + " is not between 0 and 1");
    }
  }

  /**
   * A condition on a pair's feature; the pair need not be the one that the rule trades.
   *
   * @throws IllegalArgumentException when the level is not between 0 and 1 or the feature depends
   *     on the price scale
   */
  public Condition(Pair pair, Feature feature, Comparison comparison, double quantile) {
    this(new Source.PairState(pair, feature), comparison, quantile);
  }

  /** Whether it holds at a level; never at NaN, where nothing is known. */
  public boolean holds(double level) {
    return comparison == Comparison.ABOVE ? level > quantile : level < quantile;
  }

  /** Share of the time for which it holds in the long run, by the meaning of a quantile. */
  public double share() {
    return comparison == Comparison.ABOVE ? 1 - quantile : quantile;
  }

  /** Whether it looks at a moat's signal. */
  public boolean looksAtMoat() {
    return source instanceof Source.Signal;
  }

  /** Whether it looks at a feature of another pair than that. */
  public boolean looksBeyond(Pair pair) {
    return source instanceof Source.PairState state && !state.pair().equals(pair);
  }

  @Override
  public String toString() {
    return source + (comparison == Comparison.ABOVE ? " > q" : " < q") + quantile;
  }
}
