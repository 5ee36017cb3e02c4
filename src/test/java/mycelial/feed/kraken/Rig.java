package mycelial.feed.kraken;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import mycelial.feed.ScaledClock;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairSpec;

/** One pair's desk with a clock that is set by hand; minutes are counted from {@link #START}. */
final class Rig {
  static final long START = 1_772_474_400L;
  static final Pair PAIR = new Pair("XXBTZUSD");
  private static final KrakenSettings SETTINGS =
      KrakenSettings.at(URI.create("http://127.0.0.1:1"));
  private final AtomicLong nanos = new AtomicLong();
  private final ScaledClock clock = new ScaledClock(nanos::get, 1, START);
  private final Sink sink = new Sink();
  private final FeedCounts counts = new FeedCounts();
  private final MarketDesk desk =
      new MarketDesk(
          List.of(listing()),
          SETTINGS,
          Interval.MINUTE,
          clock,
          MarketDesk.surroundings(sink, counts));

  static Rig after(double lastClose) {
    var rig = new Rig();
    Bar last = bar(-1, lastClose, 1);
    rig.desk.begin(Map.of(PAIR, last));
    return rig;
  }

  static KrakenPair listing() {
    var spec =
        new PairSpec(PAIR, 1, 8, new BigDecimal("0.00005"), new BigDecimal("0.5"), BigDecimal.ZERO);
    return new KrakenPair(PAIR, "XXBTZUSD", "XBTUSD", "XBT/USD", spec, List.of(), "online");
  }

  static Bar bar(int minute, double price, double volume) {
    return new Bar(
        START + 60L * minute,
        Interval.MINUTE,
        price,
        price,
        price,
        price,
        volume,
        1,
        volume == 0 ? Bar.Kind.QUIET : Bar.Kind.TRADED);
  }

  Rig subscribe() {
    desk.heard(
        "{\"method\":\"subscribe\",\"success\":true,"
            + "\"result\":{\"channel\":\"ohlc\",\"symbol\":\"BTC/USD\"}}");
    return this;
  }

  /** The clock shows so many seconds after the start. */
  Rig at(double seconds) {
    nanos.set((long) (seconds * 1e9));
    return this;
  }

  /** The stream tells the bar of a minute so far. */
  Rig streams(int minute, double price, double volume) {
    return streams(minute, price, price, price, volume);
  }

  Rig streams(int minute, double high, double low, double close, double volume) {
    desk.heard(
        "{\"channel\":\"ohlc\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\",\"interval\":1,"
            + "\"interval_begin\":\""
            + Instant.ofEpochSecond(START + 60L * minute)
            + "\",\"open\":"
            + close
            + ",\"high\":"
            + high
            + ",\"low\":"
            + low
            + ",\"close\":"
            + close
            + ",\"volume\":"
            + volume
            + ",\"vwap\":1.0,\"trades\":1}]}");
    return this;
  }

  /** The stream tells best prices and the time. */
  Rig quotes(double bid, double ask) {
    desk.heard(
        "{\"channel\":\"ticker\",\"data\":[{\"symbol\":\"BTC/USD\",\"bid\":"
            + bid
            + ",\"ask\":"
            + ask
            + ",\"timestamp\":\""
            + Instant.ofEpochMilli((long) (clock.seconds() * 1000))
            + "\"}]}");
    return this;
  }

  Rig hears(String message) {
    desk.heard(message);
    return this;
  }

  Rig tick() {
    desk.tick();
    return this;
  }

  /** REST answers, with that minute the last committed one. */
  Rig rests(int last, Candle... rows) {
    PairDesk pair = desk.desks().iterator().next();
    desk.rows(pair, new OhlcAnswer(Arrays.asList(rows), START + 60L * last, 0), clock.seconds());
    return this;
  }

  static Candle row(int minute, double price, double volume) {
    return row(START + 60L * minute, price, price, price, volume);
  }

  static Candle row(long start, double high, double low, double close, double volume) {
    return new Candle(start, close, high, low, close, volume, 1);
  }

  boolean wantsRest() {
    return !desk.wanting().isEmpty();
  }

  MarketDesk desk() {
    return desk;
  }

  Sink sink() {
    return sink;
  }

  FeedCounts counts() {
    return counts;
  }

  /** Every bar that was told, as minute, price and kind, for example {@code 3 at 100.0 TRADED}. */
  List<String> told() {
    var told = new ArrayList<String>();
    for (Bar bar : sink.bars()) {
      told.add((bar.start() - START) / 60 + " at " + bar.close() + " " + bar.kind());
    }
    return told;
  }
}
