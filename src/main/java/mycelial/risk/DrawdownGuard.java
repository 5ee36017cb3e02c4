package mycelial.risk;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Watches equity against its highest point so far. Not safe for use by several threads.
 *
 * <p>Drawdown = 100 × (peak − equity) / peak.
 */
public final class DrawdownGuard {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final BigDecimal limitPercent;
  private BigDecimal peak;

  /**
   * A guard that starts at the capital.
   *
   * @param limitPercent drawdown from which the limit is passed, percent
   * @param capital equity to start from, quote currency
   */
  public DrawdownGuard(BigDecimal limitPercent, BigDecimal capital) {
    this.limitPercent = limitPercent;
    this.peak = capital;
  }

  /** Takes the newest equity in and says how far it is below the peak, percent. */
  public BigDecimal drawdownPercent(BigDecimal equity) {
    peak = peak.max(equity);
    return percentBelowPeak(equity);
  }

  /** How far an equity is below the peak, percent, without taking it in. */
  public BigDecimal percentBelowPeak(BigDecimal equity) {
    BigDecimal highest = peak.max(equity);
    return highest.subtract(equity).multiply(HUNDRED).divide(highest, MathContext.DECIMAL64);
  }

  /** Whether a drawdown has reached the limit. */
  public boolean isPassed(BigDecimal drawdownPercent) {
    return drawdownPercent.compareTo(limitPercent) >= 0;
  }

  /** Measures from that equity on, as after a halt that has been lifted. */
  public void restart(BigDecimal equity) {
    peak = equity;
  }
}
