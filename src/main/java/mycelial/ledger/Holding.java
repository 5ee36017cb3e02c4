package mycelial.ledger;

import java.math.BigDecimal;
import mycelial.market.Quote;
import mycelial.market.Side;

/** An open position with its newest price. Exact values are made only when somebody asks. */
final class Holding {
  private final Position position;
  private final int priceDecimals;
  private double mark;
  private double markTime;
  private BigDecimal value = BigDecimal.ZERO;
  private boolean stale = true;

  Holding(Position position, Quote quote, int priceDecimals) {
    this.position = position;
    this.priceDecimals = priceDecimals;
    mark = quote.mid();
    markTime = quote.time();
  }

  Position position() {
    return position;
  }

  boolean isLong() {
    return position.order().side() == Side.BUY;
  }

  /**
   * Takes note of a price unless a newer one is known.
   *
   * @return whether the value may have changed
   */
  boolean mark(double price, double time) {
    if (time < markTime) {
      return false;
    }
    markTime = time;
    if (price == mark) {
      return false;
    }
    mark = price;
    stale = true;
    return true;
  }

  /** What it would bring before costs at the newest price; below zero for a short position. */
  BigDecimal value() {
    if (stale) {
      BigDecimal price = Money.price(mark, priceDecimals);
      value = signed(position.entry().quantity().multiply(price));
      stale = false;
    }
    return value;
  }

  /** What it cost before the fee; below zero for a short position. */
  BigDecimal cost() {
    return signed(position.entry().notional());
  }

  private BigDecimal signed(BigDecimal amount) {
    return isLong() ? amount : amount.negate();
  }
}
