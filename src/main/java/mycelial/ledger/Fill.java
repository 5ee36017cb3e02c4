package mycelial.ledger;

import java.math.BigDecimal;
import mycelial.market.Side;

/**
 * An executed order.
 *
 * @param time when it was filled, seconds since the epoch
 * @param quoteTime when the price it was filled on became known, seconds since the epoch
 * @param side side of the order
 * @param quantity base currency, rounded to the pair's lot
 * @param mid the price before costs, quote currency
 * @param price the price paid or received: mid plus or minus half spread and slippage, rounded to
 *     the pair's tick
 * @param fee taker fee, quote currency
 */
public record Fill(
    double time,
    double quoteTime,
    Side side,
    BigDecimal quantity,
    BigDecimal mid,
    BigDecimal price,
    BigDecimal fee) {

  /**
   * @throws IllegalArgumentException naming the first value that cannot belong to a fill
   */
  public Fill {
    Checks.time("time", time);
    Checks.time("quoteTime", quoteTime);
    if (quoteTime > time) {
      throw new IllegalArgumentException(
          "fill at " + time + " on a price of " + quoteTime + ", which was not known yet");
    }
    Checks.positive("quantity", quantity);
    Checks.positive("mid", mid);
    Checks.positive("price", price);
    Checks.notNegative("fee", fee);
  }

  /** Quantity times price, quote currency, exact. */
  public BigDecimal notional() {
    return quantity.multiply(price);
  }
}
