package mycelial.ledger;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import mycelial.market.SignalSource;

/**
 * Equity of every ledger at one instant, marked to market.
 *
 * @param time seconds since the epoch
 * @param equity cash plus positions by stream, quote currency
 */
public record EquityPoint(double time, Map<SignalSource, BigDecimal> equity) {
  /**
   * Copies the amounts, in the order of the streams.
   *
   * @throws IllegalArgumentException when the time is none
   */
  public EquityPoint {
    Checks.time("time", time);
    EnumMap<SignalSource, BigDecimal> copy = new EnumMap<>(SignalSource.class);
    copy.putAll(equity);
    equity = Collections.unmodifiableMap(copy);
  }
}
