package mycelial.message;

import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.market.StrategyType;

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
      throw new IllegalArgumentException(topic.title() + " has one channel for each key");
    }
    return new Channel(topic, topic.title());
  }

  /** The channel of a key of a topic that has several. */
  private static Channel of(Topic topic, String key) {
    return new Channel(topic, topic.title() + ":" + key);
  }

  /** The market data channel of a pair. */
  public static Channel marketData(Pair pair) {
    return of(Topic.MARKET_DATA, pair.name());
  }

  /** The channel of a moat's language, region or sector. */
  public static Channel moat(Moat moat, String target) {
    return of(Topic.of(moat), target);
  }

  /** The channel of a team of explorers. */
  public static Channel proposals(StrategyType team) {
    return of(Topic.PROSPECTING_PROPOSALS, team.name());
  }
}
