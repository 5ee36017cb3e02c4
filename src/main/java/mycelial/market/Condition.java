package mycelial.market;

/**
 * One condition of a rule: a feature of a pair is beyond its own running quantile.
 *
 * @param pair whose feature is looked at; it need not be the pair that the rule trades
 * @param feature the feature
 * @param comparison on which side of the threshold it holds
 * @param quantile level of the running quantile that is the threshold, between 0 and 1
 */
public record Condition(Pair pair, Feature feature, Comparison comparison, double quantile) {

  /** Side of the threshold. */
  public enum Comparison {
    ABOVE,
    BELOW
  }

  /**
   * @throws IllegalArgumentException when the level is not between 0 and 1 or the feature depends
   *     on the price scale
   */
  public Condition {
    if (!(quantile > 0 && quantile < 1)) {
      throw new IllegalArgumentException("quantile " + quantile + " is not between 0 and 1");
    }
    if (!feature.isScaleFree()) {
      throw new IllegalArgumentException(
          feature + " depends on the price scale, a rule cannot use it");
    }
  }

  @Override
  public String toString() {
    return pair
        + "."
        + feature.key()
        + (comparison == Comparison.ABOVE ? " > q" : " < q")
        + quantile;
  }
}
