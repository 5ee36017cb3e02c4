package mycelial.feed.kraken;

import java.util.List;

/** What a message of WebSocket v2 says. */
sealed interface StreamEvent {
  /**
   * Bars so far.
   *
   * @param symbol the pair
   * @param minutes length of the bar
   * @param candle the bar so far
   */
  record CandleSeen(String symbol, int minutes, Candle candle) implements StreamEvent {}

  /** Best prices. */
  record PricesSeen(BestPrices prices) implements StreamEvent {}

  /** The exchange's status. */
  record SystemSeen(String status) implements StreamEvent {}

  /** A subscription holds. */
  record Subscribed(String channel, String symbol) implements StreamEvent {}

  /** A subscription was refused. */
  record Refused(String symbol, String reason) implements StreamEvent {}

  /** The exchange's time, named in a message, seconds since the epoch. */
  record TimeNamed(double time) implements StreamEvent {}

  /** A sign of life and nothing else. */
  List<StreamEvent> NOTHING = List.of();
}
