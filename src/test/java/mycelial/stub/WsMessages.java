package mycelial.stub;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The messages of WebSocket v2, with numbers at the pair's full precision. Stateless. */
final class WsMessages {
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter NANOS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static final String HEARTBEAT = "{\"channel\":\"heartbeat\"}";

  private WsMessages() {}

  private static Instant instant(double time) {
    long micros = (long) (time * 1e6);
    return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
  }

  /** A time with microseconds. */
  static String micros(double time) {
    return MICROS.format(instant(time));
  }

  private static String nanos(double time) {
    return NANOS.format(instant(time));
  }

  /** The exchange's state, as on connection and whenever it changes. */
  static String status(String system, long connection) {
    return "{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"version\":\"2.0.9\",\"system\":\""
        + system
        + "\",\"api_version\":\"v2\",\"connection_id\":"
        + Long.toUnsignedString(connection)
        + "}]}";
  }

  /** One candle of ohlc. */
  static String candle(StubPair pair, Candle candle, int minutes) {
    return "{\"symbol\":\""
        + pair.symbol()
        + "\",\"open\":"
        + pair.price(candle.open())
        + ",\"high\":"
        + pair.price(candle.high())
        + ",\"low\":"
        + pair.price(candle.low())
        + ",\"close\":"
        + pair.price(candle.close())
        + ",\"trades\":"
        + candle.count()
        + ",\"volume\":"
        + StubPair.quantity(candle.units())
        + ",\"vwap\":"
        + pair.price(candle.vwap())
        + ",\"interval_begin\":\""
        + nanos((double) candle.start())
        + "\",\"interval\":"
        + minutes
        + ",\"timestamp\":\""
        + micros(candle.start() + minutes * 60.0)
        + "\"}";
  }

  /** Candles of ohlc at a time. */
  static String ohlc(String type, double time, List<String> candles) {
    return "{\"channel\":\"ohlc\",\"type\":\""
        + type
        + "\",\"timestamp\":\""
        + nanos(time)
        + "\",\"data\":["
        + String.join(",", candles)
        + "]}";
  }

  /** A ticker; {@code day} is the last 24 hours. */
  static String ticker(
      String type, StubPair pair, StubMarket.BidAsk quote, Candle day, double time) {
    BigDecimal change =
        new BigDecimal(pair.price(day.close())).subtract(new BigDecimal(pair.price(day.open())));
    BigDecimal percent =
        change
            .movePointRight(2)
            .divide(new BigDecimal(pair.price(day.open())), 2, RoundingMode.HALF_EVEN);
    return "{\"channel\":\"ticker\",\"type\":\""
        + type
        + "\",\"data\":[{\"symbol\":\""
        + pair.symbol()
        + "\",\"bid\":"
        + pair.price(quote.bid())
        + ",\"bid_qty\":1.00000000,\"ask\":"
        + pair.price(quote.ask())
        + ",\"ask_qty\":1.00000000,\"last\":"
        + pair.price(day.close())
        + ",\"volume\":"
        + StubPair.quantity(day.units())
        + ",\"vwap\":"
        + pair.price(day.vwap())
        + ",\"low\":"
        + pair.price(day.low())
        + ",\"high\":"
        + pair.price(day.high())
        + ",\"change\":"
        + change.toPlainString()
        + ",\"change_pct\":"
        + percent.toPlainString()
        + ",\"timestamp\":\""
        + micros(time)
        + "\"}]}";
  }

  /** Trades of one pair. */
  static String trades(String type, StubPair pair, List<StubTrade> trades) {
    StringBuilder data = new StringBuilder();
    for (StubTrade trade : trades) {
      data.append(data.isEmpty() ? "" : ",")
          .append("{\"symbol\":\"")
          .append(pair.symbol())
          .append("\",\"side\":\"")
          .append(trade.buy() ? "buy" : "sell")
          .append("\",\"price\":")
          .append(pair.price(trade.ticks()))
          .append(",\"qty\":")
          .append(StubPair.quantity(trade.units()))
          .append(",\"ord_type\":\"")
          .append(trade.units() % 2 == 0 ? "market" : "limit")
          .append("\",\"trade_id\":")
          .append(trade.id())
          .append(",\"timestamp\":\"")
          .append(micros(trade.nanos() / 1e9))
          .append("\"}");
    }
    return "{\"channel\":\"trade\",\"type\":\"" + type + "\",\"data\":[" + data + "]}";
  }

  /** A book, or what has changed in it, with the checksum of all of it. */
  static String book(String type, StubPair pair, Book levels, long checksum, double time) {
    return "{\"channel\":\"book\",\"type\":\""
        + type
        + "\",\"data\":[{\"symbol\":\""
        + pair.symbol()
        + "\",\"bids\":["
        + levels(pair, levels.bids())
        + "],\"asks\":["
        + levels(pair, levels.asks())
        + "],\"checksum\":"
        + checksum
        + ",\"timestamp\":\""
        + micros(time)
        + "\"}]}";
  }

  private static String levels(StubPair pair, List<Book.Level> levels) {
    StringBuilder text = new StringBuilder();
    for (Book.Level level : levels) {
      text.append(text.isEmpty() ? "" : ",")
          .append("{\"price\":")
          .append(pair.price(level.ticks()));
      text.append(",\"qty\":").append(StubPair.quantity(level.units())).append('}');
    }
    return text.toString();
  }
}
