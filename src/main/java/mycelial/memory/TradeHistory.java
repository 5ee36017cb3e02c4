package mycelial.memory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import mycelial.market.EntryVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of past trades: the port through which a memory is rebuilt, and through which
 * people look up the states in which trades were entered.
 */
public interface TradeHistory {
  /**
   * A trade that can be remembered.
   *
   * @param session the session it belongs to
   * @param exitTime when it was closed, seconds since the epoch
   * @param pnl profit or loss after all costs, quote currency
   * @param trade what is remembered of it
   */
  record PastTrade(String session, double exitTime, BigDecimal pnl, TradeRecord trade) {}

  /**
   * The closed trades of the baseline and mycelial ledgers.
   *
   * @param trades those that can be remembered, in the order in which they were closed
   * @param withoutRanks how many were left out because no ranks were stored with their entry
   * @param cutOff how many were left out because the end of their session closed them
   */
  record Past(List<PastTrade> trades, int withoutRanks, int cutOff) {
    /** Copies the list. */
    public Past {
      trades = List.copyOf(trades);
    }

    /** What a memory takes in. */
    public List<TradeRecord> records() {
      return trades.stream().map(PastTrade::trade).toList();
    }
  }

  /**
   * The state in which a position of any ledger was entered.
   *
   * @param session the session it belongs to
   * @param tradeId the position
   * @param pair the pair
   * @param side the direction
   * @param time seconds since the epoch
   * @param state its ranks; none where it was stored without
   */
  record PastEntry(
      String session, String tradeId, Pair pair, Side side, double time, EntryVector state) {}

  /**
   * The trades of a session, or of all.
   *
   * @param session its id, or null for all
   */
  Past past(@Nullable String session);

  /** The entry of a trade, open or closed. */
  Optional<PastEntry> entry(String tradeId);

  /**
   * The entry of a pair nearest in time; of two equally near the earlier.
   *
   * @param time seconds since the epoch
   * @param session of which session, or null for all
   */
  Optional<PastEntry> entryNear(Pair pair, double time, @Nullable String session);
}
