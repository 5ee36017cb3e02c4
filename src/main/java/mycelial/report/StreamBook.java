package mycelial.report;

import java.math.BigDecimal;
import java.util.List;
import mycelial.market.SignalSource;
import mycelial.storage.StoredOpenPosition;
import mycelial.storage.StoredTrade;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of one ledger.
 *
 * @param stream whose
 * @param capital starting cash, quote currency
 * @param trades closed trades in the order in which they were closed
 * @param open positions that were not closed
 * @param equity samples
 * @param finalEquity at the end, exact
 * @param drawdownPercent largest drawdown that the ledger itself saw; null when that is not stored
 */
public record StreamBook(
    SignalSource stream,
    BigDecimal capital,
    List<StoredTrade> trades,
    List<StoredOpenPosition> open,
    EquityCurve equity,
    BigDecimal finalEquity,
    @Nullable BigDecimal drawdownPercent) {
  /** Copies the lists. */
  public StreamBook {
    trades = List.copyOf(trades);
    open = List.copyOf(open);
  }
}
