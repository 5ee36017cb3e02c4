package mycelial.message;

import mycelial.market.Pair;

/**
 * A channel of a topic; its name is what Redis sees after the session's prefix.
 *
 * @param topic the topic
 * @param name the full name, for example {@code market-data:XXBTZUSD} or {@code
 *     trade-confirmations}
 */
public record Channel(Topic topic, String name) {
  /** The only channel of a topic that has one. */
  public static Channel of(Topic topic) {
    if (topic.isKeyed()) {
      throw new IllegalArgumentException(topic.title() + " has one channel a pair");
    }
    return new Channel(topic, topic.title());
  }

  /** The market data channel of a pair. */
  public static Channel marketData(Pair pair) {
    return new Channel(Topic.MARKET_DATA, Topic.MARKET_DATA.title() + ":" + pair.name());
  }
}
