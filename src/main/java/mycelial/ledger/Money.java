package mycelial.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one point where a double becomes money. */
final class Money {
  private Money() {}

  /**
   * A market price as exact money: the shortest decimal that names the double ({@link
   * BigDecimal#valueOf(double)}), rounded half even to the pair's price decimals. A price that
   * would vanish counts as one tick, so that nothing is ever traded at zero.
   *
   * @throws IllegalArgumentException when the price is not above zero
   */
  static BigDecimal price(double price, int decimals) {
    Checks.price("price", price);
    return atLeastOneTick(
        BigDecimal.valueOf(price).setScale(decimals, RoundingMode.HALF_EVEN), decimals);
  }

  static BigDecimal atLeastOneTick(BigDecimal price, int decimals) {
    return price.signum() > 0 ? price : BigDecimal.ONE.movePointLeft(decimals).setScale(decimals);
  }
}
