package mycelial.market;

/** Direction of an idea or an order. */
public enum Side {
  BUY,
  SELL;

  /** The other direction. */
  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  /** +1 for BUY, -1 for SELL. */
  public int sign() {
    return this == BUY ? 1 : -1;
  }
}
