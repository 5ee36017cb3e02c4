package mycelial.ledger;

import java.math.BigDecimal;
import mycelial.market.Interval;

/**
 * How a ledger trades; the measuring ledgers share one.
 *
 * @param capital starting cash, quote currency
 * @param sizeFraction value of a trade as a fraction of the starting capital
 * @param allowShort whether a sell while flat opens a short position
 * @param costs what trading costs
 * @param exits where positions are closed
 * @param interval length of the bars on which the average true range is measured
 */
public record LedgerSettings(
    BigDecimal capital,
    BigDecimal sizeFraction,
    boolean allowShort,
    CostModel costs,
    ExitRules exits,
    Interval interval) {
  /**
   * @throws IllegalArgumentException when the capital is not above zero or the size not in 0 to 1
   */
  public LedgerSettings {
    Checks.positive("capital", capital);
    Checks.positive("sizeFraction", sizeFraction);
    if (sizeFraction.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("sizeFraction " + sizeFraction + " is above 1");
    }
  }
}
