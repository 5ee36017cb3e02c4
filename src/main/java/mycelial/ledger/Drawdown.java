package mycelial.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The largest fall of the equity below its highest value so far, in percent of that value. */
final class Drawdown {
  private static final int DECIMALS = 8;

  private BigDecimal peak;
  private BigDecimal worst = BigDecimal.ZERO.setScale(DECIMALS);
  private BigDecimal current = worst;

  Drawdown(BigDecimal capital) {
    peak = capital;
  }

  void observe(BigDecimal equity) {
    if (equity.compareTo(peak) >= 0) {
      peak = equity;
      current = BigDecimal.ZERO.setScale(DECIMALS);
      return;
    }
    BigDecimal fall =
        peak.subtract(equity).movePointRight(2).divide(peak, DECIMALS, RoundingMode.HALF_UP);
    current = fall;
    worst = worst.max(fall);
  }

  BigDecimal percent() {
    return worst;
  }

  /** The fall at the latest observation. */
  BigDecimal current() {
    return current;
  }
}
