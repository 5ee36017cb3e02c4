package mycelial.feed.synthetic;

import java.util.Locale;

/** What is hidden in a synthetic market. */
public enum WorldKind {
  /** Six fixed effects that both classical analysis and a learner can see. */
  SAMPLE(CostMultiple.exactly(4)),
  /** No effect at all: whoever finds one is fooled. */
  NOISE(CostMultiple.exactly(0)),
  /** Six effects drawn from the seed; one of them lies outside the rules' grammar. */
  PLANTED(new CostMultiple(3, 4)),
  /** Like {@link #PLANTED}, but effects go on or off at half time and volatility changes daily. */
  REGIMES(new CostMultiple(3, 4)),
  /** Like {@link #PLANTED}, but from half time on nothing follows the first five's precursors. */
  FADING(new CostMultiple(3, 4)),
  /** Three effects that nothing announces but a moat's signal, 5 to 30 minutes before. */
  CROSS_MOAT(new CostMultiple(3, 4)),
  /** Two effects, and two traps: in a calm regime of their pair the opposite follows. */
  TRAP(new CostMultiple(3, 4));

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final CostMultiple defaultMultiple;

  WorldKind(CostMultiple defaultMultiple) {
    this.defaultMultiple = defaultMultiple;
  }

  /** The name on the command line and in files: lower case. */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }

  /** Gross drift of its effects, where nobody asks for another. */
  public CostMultiple defaultMultiple() {
    return defaultMultiple;
  }

  /** Whether something changes at half time. */
  boolean hasHalfTime() {
    return this == REGIMES || this == FADING;
  }
}
