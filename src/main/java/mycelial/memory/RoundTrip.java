package mycelial.memory;

import java.math.BigDecimal;
import java.math.MathContext;
import mycelial.market.Side;

/**
 * A trade from its opening to its closing fill; money in quote currency, exact.
 *
 * @param side direction of the position
 * @param quantity base currency
 * @param entry the opening fill
 * @param exit the closing fill
 */
public record RoundTrip(Side side, BigDecimal quantity, Leg entry, Leg exit) {

  /**
   * One fill.
   *
   * @param price what was paid or received, half spread and slippage included
   * @param fee quote currency
   */
  public record Leg(BigDecimal price, BigDecimal fee) {}

  /**
   * @throws IllegalArgumentException when quantity or entry price is not above zero
   */
  public RoundTrip {
    if (quantity.signum() <= 0 || entry.price().signum() <= 0) {
      throw new IllegalArgumentException(
          "bought or sold " + quantity + " at " + entry.price() + ", which is not above zero");
    }
  }

  /** Profit or loss after both fees. */
  public BigDecimal pnl() {
    BigDecimal gain = exit.price().subtract(entry.price()).multiply(quantity);
    BigDecimal gross = side == Side.BUY ? gain : gain.negate();
    return gross.subtract(entry.fee()).subtract(exit.fee());
  }

  /** Profit or loss after both fees as a fraction of what the entry cost. */
  public double netReturn() {
    return pnl().divide(entry.price().multiply(quantity), MathContext.DECIMAL64).doubleValue();
  }
}
