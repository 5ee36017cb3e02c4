package mycelial.cli;

import java.util.function.Supplier;
import mycelial.feed.MarketFeed;
import mycelial.feed.MoatFeed;

/**
 * A market that a session can be played on.
 *
 * @param feed opens it from its beginning
 * @param moats opens the moats' signals that belong to it
 * @param inputs what it is read from, with checksums
 * @param seconds from its first to its last instant
 */
record Market(Supplier<MarketFeed> feed, Supplier<MoatFeed> moats, String inputs, long seconds) {
  static Market of(Supplier<MarketFeed> feed, Supplier<MoatFeed> moats, String inputs) {
    try (MarketFeed opened = feed.get()) {
      return new Market(feed, moats, inputs, opened.lastTime() - opened.firstTime());
    }
  }
}
