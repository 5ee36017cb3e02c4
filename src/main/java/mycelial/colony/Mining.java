package mycelial.colony;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import mycelial.agent.miner.DataMinerAgent;
import mycelial.feed.MarketFeed;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.message.MarketData;
import org.jspecify.annotations.Nullable;

/**
 * The feed's instants with the miners' work on them done. Used by the thread that owns the model.
 */
interface Mining extends AutoCloseable {
  /** What a miner is to announce. */
  record Mined(DataMinerAgent miner, MarketData data) {}

  /** Next instant of the feed, seconds since the epoch; empty at its end. */
  OptionalLong nextTime();

  /** What is to be announced at {@link #nextTime}, and moves on. */
  List<Mined> next();

  @Override
  void close();

  /** Has the miners work on one instant of a feed; pairs without a miner are passed over. */
  static List<Mined> mine(
      List<MarketUpdate> updates, Function<Pair, @Nullable DataMinerAgent> miners) {
    List<Mined> mined = new ArrayList<>(updates.size());
    for (MarketUpdate update : updates) {
      DataMinerAgent miner = miners.apply(update.pair());
      if (miner != null) {
        mined.add(new Mined(miner, miner.mine(update)));
      }
    }
    return mined;
  }

  /**
   * Mining that does each instant's work when it is taken: for a feed that lives on the wall's
   * time.
   */
  static Mining direct(MarketFeed feed, Function<Pair, @Nullable DataMinerAgent> miners) {
    return new Mining() {
      @Override
      public OptionalLong nextTime() {
        return feed.nextTime();
      }

      @Override
      public List<Mined> next() {
        return mine(feed.next(), miners);
      }

      @Override
      public void close() {
        feed.close();
      }
    };
  }
}
