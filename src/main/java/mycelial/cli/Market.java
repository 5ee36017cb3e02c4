package mycelial.cli;

import java.util.function.Supplier;
import mycelial.feed.MarketFeed;

/**
 * A market that a session can be played on.
 *
 * @param feed opens it from its beginning
 * @param inputs what it is read from, with checksums
 * @param seconds from its first to its last instant
 */
record Market(Supplier<MarketFeed> feed, String inputs, long seconds) {
  static Market of(Supplier<MarketFeed> feed, String inputs) {
    try (MarketFeed opened = feed.get()) {
      return new Market(feed, inputs, opened.lastTime() - opened.firstTime());
    }
  }
}
