package mycelial.feed.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import mycelial.feed.kraken.KrakenException.Kind;

/** Reads messages of WebSocket v2 and writes subscriptions. */
final class StreamMessages {
  private static final double NANOS = 1e9;

  private StreamMessages() {}

  /** The text that subscribes to the bars of those pairs. */
  static String subscribeBars(List<String> symbols, int minutes) {
    return subscribe("ohlc", symbols, ",\"interval\":" + minutes + ",\"snapshot\":true", 1);
  }

  /** The text that subscribes to the best prices of those pairs. */
  static String subscribePrices(List<String> symbols) {
    return subscribe("ticker", symbols, ",\"event_trigger\":\"bbo\",\"snapshot\":true", 2);
  }

  private static String subscribe(String channel, List<String> symbols, String more, int id) {
    return "{\"method\":\"subscribe\",\"params\":{\"channel\":\""
        + channel
        + "\",\"symbol\":[\""
        + String.join("\",\"", symbols)
        + "\"]"
        + more
        + "},\"req_id\":"
        + id
        + "}";
  }

  /**
   * What a message says.
   *
   * @throws KrakenException (MALFORMED) when it is no message
   */
  static List<StreamEvent> read(String text) {
    JsonNode message = Answers.json("web socket", text.getBytes(StandardCharsets.UTF_8));
    if (!message.isObject()) {
      throw malformed("a message is no object");
    }
    if (message.has("method")) {
      return answer(message);
    }
    return switch (message.path("channel").asText()) {
      case "ohlc" -> candles(message);
      case "ticker" -> prices(message);
      case "status" -> status(message);
      default -> StreamEvent.NOTHING;
    };
  }

  private static List<StreamEvent> answer(JsonNode message) {
    if (!message.path("method").asText().equals("subscribe")) {
      return StreamEvent.NOTHING;
    }
    JsonNode result = message.path("result");
    if (message.path("success").asBoolean(false)) {
      return List.of(
          new StreamEvent.Subscribed(
              result.path("channel").asText(), result.path("symbol").asText()));
    }
    String symbol = message.path("symbol").asText(result.path("symbol").asText());
    String reason = KrakenErrors.shown(message.path("error").asText("no reason given"));
    return List.of(new StreamEvent.Refused(symbol, reason));
  }

  private static List<StreamEvent> candles(JsonNode message) {
    var events = new ArrayList<StreamEvent>();
    if (message.path("timestamp").isTextual()) {
      events.add(new StreamEvent.TimeNamed(time(message.path("timestamp"))));
    }
    for (JsonNode row : message.path("data")) {
      Instant begin = instant(row.path("interval_begin"));
      events.add(
          new StreamEvent.CandleSeen(
              row.path("symbol").asText(),
              row.path("interval").asInt(),
              new Candle(
                  begin.getNano() == 0 ? begin.getEpochSecond() : begin.toEpochMilli(),
                  number(row, "open"),
                  number(row, "high"),
                  number(row, "low"),
                  number(row, "close"),
                  number(row, "volume"),
                  row.path("trades").asLong())));
    }
    return events;
  }

  private static List<StreamEvent> prices(JsonNode message) {
    var events = new ArrayList<StreamEvent>();
    for (JsonNode row : message.path("data")) {
      var best =
          new BestPrices(row.path("symbol").asText(), number(row, "bid"), number(row, "ask"));
      events.add(new StreamEvent.PricesSeen(best));
      if (row.path("timestamp").isTextual()) {
        events.add(new StreamEvent.TimeNamed(time(row.path("timestamp"))));
      }
    }
    return events;
  }

  private static List<StreamEvent> status(JsonNode message) {
    String status = message.path("data").path(0).path("system").asText();
    return status.isEmpty() ? StreamEvent.NOTHING : List.of(new StreamEvent.SystemSeen(status));
  }

  private static double number(JsonNode row, String name) {
    JsonNode value = row.path(name);
    if (!value.isNumber()) {
      throw malformed("'" + name + "' is no number");
    }
    return value.decimalValue().doubleValue();
  }

  private static double time(JsonNode text) {
    Instant instant = instant(text);
    return instant.getEpochSecond() + instant.getNano() / NANOS;
  }

  private static Instant instant(JsonNode text) {
    try {
      return Instant.parse(text.asText());
    } catch (DateTimeParseException none) {
      throw new KrakenException(Kind.MALFORMED, "web socket: a time is none", none);
    }
  }

  private static KrakenException malformed(String what) {
    return new KrakenException(Kind.MALFORMED, "web socket: " + what);
  }
}
