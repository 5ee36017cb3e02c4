package mycelial.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mycelial.colony.KeeperFactory;
import mycelial.config.MemorySettings;
import mycelial.market.EntryVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.memory.Memory;
import mycelial.memory.Neighbour;
import mycelial.memory.Recall;
import mycelial.memory.Recollection;
import mycelial.memory.TradeHistory.Past;
import mycelial.memory.TradeHistory.PastEntry;
import mycelial.memory.TradeHistory.PastTrade;
import mycelial.memory.TradeRecord;

/** A search of the memory, as {@code memory search} shows it. */
final class MemorySearch {
  /** No two states are farther apart. */
  private static final double FARTHEST = 1;

  private MemorySearch() {}

  /**
   * What is looked for. Member names of this and the other records are those of the JSON.
   *
   * @param pair the pair to trade
   * @param side the direction
   * @param trade whose entry gives the state
   * @param session its session
   * @param entryPair its pair
   * @param time of its entry, seconds since the epoch
   * @param ranks the state by feature
   */
  record Query(
      String pair,
      String side,
      String trade,
      String session,
      String entryPair,
      double time,
      Map<String, Double> ranks) {}

  /** A trade that was found; money in quote currency, time in seconds since the epoch. */
  record Found(
      String trade,
      String session,
      String pair,
      String stream,
      double entryTime,
      double distance,
      double similarity,
      String result,
      double netReturn,
      BigDecimal pnl) {}

  /** What the memory would say, by the configured thresholds, and on how many trades it rests. */
  record Advice(String verdict, double factor, int recalled, int failures, String reason) {}

  /** The whole answer. */
  record Result(Query query, List<Found> trades, Advice advice) {}

  /**
   * What the user asked for.
   *
   * @param entry whose state
   * @param pair the pair to trade
   * @param side the direction
   * @param most how many trades to show at most
   */
  record Wanted(PastEntry entry, Pair pair, Side side, int most) {
    /**
     * Trades of the same pair and instant are the same experience, in whatever ledger or session.
     */
    boolean isItself(TradeRecord trade) {
      return trade.pair().equals(entry.pair()) && trade.entryTime() == entry.time();
    }
  }

  /** Searches all that is stored for the state of an entry, whose own trade is left out. */
  static Result search(Wanted wanted, Past past, MemorySettings settings) {
    Memory memory = new Memory(settings.capacity());
    Map<String, PastTrade> byId = new LinkedHashMap<>();
    for (PastTrade each : past.trades()) {
      byId.put(each.trade().tradeId(), each);
      if (!wanted.isItself(each.trade())) {
        memory.remember(each.trade());
      }
    }
    EntryVector state = wanted.entry().state();
    List<Found> found = new ArrayList<>();
    for (Neighbour near : memory.nearest(wanted.side(), state, wanted.most(), FARTHEST)) {
      found.add(found(near, Objects.requireNonNull(byId.get(near.trade().tradeId()))));
    }
    Recall recall = new Recall(memory, KeeperFactory.recall(settings));
    return new Result(
        query(wanted), found, advice(recall.recall(wanted.pair(), wanted.side(), state)));
  }

  private static Query query(Wanted wanted) {
    PastEntry entry = wanted.entry();
    Map<String, Double> ranks = new LinkedHashMap<>();
    entry.state().ranks().forEach((feature, rank) -> ranks.put(feature.key(), rank));
    return new Query(
        wanted.pair().name(),
        wanted.side().name(),
        entry.tradeId(),
        entry.session(),
        entry.pair().name(),
        entry.time(),
        ranks);
  }

  private static Found found(Neighbour near, PastTrade past) {
    TradeRecord trade = near.trade();
    return new Found(
        trade.tradeId(),
        past.session(),
        trade.pair().name(),
        trade.stream().label(),
        trade.entryTime(),
        near.distance(),
        near.similarity(),
        trade.isFailure() ? "LOSS" : "WIN",
        trade.netReturn(),
        past.pnl());
  }

  private static Advice advice(Recollection said) {
    return new Advice(
        said.verdict().name(),
        said.factor(),
        said.neighbours().size(),
        said.failures(),
        said.reason());
  }
}
