package mycelial.storage;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.SignalSource;

/**
 * A session's figures, recomputed from its rows.
 *
 * @param streams figures of every stream
 * @param ideas ideas by stream; only baseline and mycelial have any
 * @param collisions collisions by what came of them
 */
public record SessionSummary(
    Map<SignalSource, StreamFigures> streams,
    Map<SignalSource, Long> ideas,
    Map<String, Long> collisions) {
  /** Copies the maps in a fixed order. */
  public SessionSummary {
    streams = Collections.unmodifiableMap(new EnumMap<>(streams));
    ideas = Collections.unmodifiableMap(new EnumMap<>(ideas));
    collisions = Collections.unmodifiableMap(new TreeMap<>(collisions));
  }

  /**
   * Figures of one stream.
   *
   * @param trades closed trades
   * @param wins of them with a profit after costs
   * @param pnl sum of profit and loss after costs, quote currency, exact
   * @param fees fees of the closed trades, quote currency, exact
   * @param openPositions positions not closed
   */
  public record StreamFigures(
      int trades, int wins, BigDecimal pnl, BigDecimal fees, int openPositions) {
    static final StreamFigures NONE = new StreamFigures(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    StreamFigures withTrade(StoredTrade trade) {
      return new StreamFigures(
          trades + 1,
          wins + (trade.pnl().signum() > 0 ? 1 : 0),
          pnl.add(trade.pnl()),
          fees.add(trade.fees()),
          openPositions);
    }

    StreamFigures withOpenPositions(int number) {
      return new StreamFigures(trades, wins, pnl, fees, number);
    }
  }
}
