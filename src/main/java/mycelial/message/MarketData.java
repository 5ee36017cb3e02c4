package mycelial.message;

import mycelial.market.Bar;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Quote;
import org.jspecify.annotations.Nullable;

/**
 * What a miner announces of its pair: the bar that has just closed with its features, the newest
 * quote, or both.
 *
 * @param pair the pair
 * @param bar the closed bar, or null when only a quote is announced
 * @param quote the newest quote, or null when none is known at this instant
 * @param features features over closed bars up to and including {@code bar}; empty without a bar
 * @param gap whether a long silence lies before the bar: indicators have started again
 */
public record MarketData(
    Pair pair, @Nullable Bar bar, @Nullable Quote quote, FeatureVector features, boolean gap)
    implements Message {
  /**
   * @throws IllegalArgumentException when there is neither a bar nor a quote
   */
  public MarketData {
    if (bar == null && quote == null) {
      throw new IllegalArgumentException("market data of " + pair + " has neither bar nor quote");
    }
  }
}
