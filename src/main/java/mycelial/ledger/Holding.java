package mycelial.ledger;

import java.math.BigDecimal;
import mycelial.market.Side;

/** An open position and its value at the newest price, made exact only when somebody asks. */
final class Holding {
  private final Position position;
  private final Mark mark;
  private final int priceDecimals;
  private double valuedAt;
  private BigDecimal value = BigDecimal.ZERO;

  Holding(Position position, Mark mark, int priceDecimals) {
    this.position = position;
    this.mark = mark;
    this.priceDecimals = priceDecimals;
  }

  Position position() {
    return position;
  }

  boolean isLong() {
    return position.order().side() == Side.BUY;
  }

  /** What it would bring before costs at the newest price; below zero for a short position. */
  BigDecimal value() {
    if (valuedAt != mark.price()) {
      BigDecimal price = Money.price(mark.price(), priceDecimals);
      value = signed(position.entry().quantity().multiply(price));
      valuedAt = mark.price();
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
