package mycelial.feed.synthetic;

import java.util.Locale;

/** What is hidden in a synthetic market. */
public enum WorldKind {
  /** Six fixed effects that both classical analysis and a learner can see. */
  SAMPLE(4),
  /** No effect at all: whoever finds one is fooled. */
  NOISE(0),
  /** Six effects drawn from the seed; one of them lies outside the rules' grammar. */
  PLANTED(3.5),
  /** Like {@link #PLANTED}, but effects go on or off at half time and volatility changes daily. */
  REGIMES(3.5);

  private final String label = name().toLowerCase(Locale.ROOT);
  private final double defaultCostMultiple;

  WorldKind(double defaultCostMultiple) {
    this.defaultCostMultiple = defaultCostMultiple;
  }

  /** The name on the command line and in files: lower case. */
  public String label() {
    return label;
  }

  /** Gross drift of an effect in round-trip costs, where nobody asks for another. */
  public double defaultCostMultiple() {
    return defaultCostMultiple;
  }
}
