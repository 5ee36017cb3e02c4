package mycelial.market;

import java.util.Locale;

/** The streams of trades that are measured, in the order in which they are shown. */
public enum SignalSource {
  /** Every idea of the technical analysts. */
  BASELINE,
  /** Every idea of the swarm. */
  MYCELIAL,
  /** Only where both agree. */
  SYNTHESIZED,
  /** Synthesized, after risk control: what the session really held. */
  ACCOUNT;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name used in databases, messages and results: lower case. */
  public String label() {
    return label;
  }
}
