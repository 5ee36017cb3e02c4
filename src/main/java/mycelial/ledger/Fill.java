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

  /** Quantity times price, quote currency, exact. */
  public BigDecimal notional() {
    return quantity.multiply(price);
  }
}
