package mycelial.cli;

import java.util.function.Supplier;
import mycelial.feed.MarketFeed;
import mycelial.feed.MoatFeed;
import org.jspecify.annotations.Nullable;

/**
 * A market that a session can be played on.
 *
 * @param feed opens it from its beginning
 * @param moats opens the moats' signals that belong to it
 * @param inputs what it is read from, with checksums
 * @param seconds from its first to its last instant
 * @param worth what its candles are worth; null where it is generated
 */
record Market(
    Supplier<MarketFeed> feed,
    Supplier<MoatFeed> moats,
    String inputs,
    long seconds,
    @Nullable Worth worth) {
  static Market of(
      Supplier<MarketFeed> feed, Supplier<MoatFeed> moats, String inputs, @Nullable Worth worth) {
    try (MarketFeed opened = feed.get()) {
      return new Market(feed, moats, inputs, opened.lastTime() - opened.firstTime(), worth);
    }
  }
}
