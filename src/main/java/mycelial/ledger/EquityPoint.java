package mycelial.ledger;

import java.math.BigDecimal;
import java.util.Map;
import mycelial.market.SignalSource;

/**
 * Equity of every ledger at one instant, marked to market.
 *
 * @param time seconds since the epoch
 * @param equity cash plus positions by stream, quote currency
 */
public record EquityPoint(double time, Map<SignalSource, BigDecimal> equity) {}
