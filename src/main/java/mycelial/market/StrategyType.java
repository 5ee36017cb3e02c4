package mycelial.market;

/** Style of a trade; it caps how long a position may be held. */
public enum StrategyType {
  /** High-frequency: at most five minutes. */
  HFT(5),
  /** Day trade: at most 24 hours. */
  DAY(24 * 60),
  /** Swing trade: at most seven days. */
  SWING(7 * 24 * 60),
  /** No particular style: at most four hours. */
  GENERIC(4 * 60);

  private final int maxHoldMinutes;

  StrategyType(int maxHoldMinutes) {
    this.maxHoldMinutes = maxHoldMinutes;
  }

  /** Longest holding time in minutes. */
  public int maxHoldMinutes() {
    return maxHoldMinutes;
  }
}
