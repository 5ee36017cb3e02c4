package mycelial.memory;

import java.util.Locale;

/** The collections of the memory, by the names that users see. */
public enum MemoryCollection {
  /** Trades that earned money after costs. */
  TRADING_PATTERNS,
  /** Trades that did not. */
  FAILED_PATTERNS,
  /** The rule that each learner last held up as its best. */
  AGENT_KNOWLEDGE;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name on screens and in JSON: lower case. */
  public String label() {
    return label;
  }
}
