package mycelial.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands what a WebSocket client asks for and answers it. Safe for use by several threads. */
final class WsRequests {
  private static final Set<Integer> MINUTES = Set.of(1, 5, 15, 30, 60, 240, 1440, 10_080, 21_600);
  private static final Set<String> CHANNELS = Set.of("ticker", "ohlc", "trade", "book");

  private final StubState state;
  private final WsHub hub;
  private final Orders orders;

  WsRequests(StubState state, WsHub hub, Orders orders) {
    this.orders = orders;
    this.state = state;
    this.hub = hub;
  }

  void handle(WsClient client, String message) {
    double received = state.now();
    JsonNode request;
    try {
      request = Json.read(message);
    } catch (JsonProcessingException e) {
      client.send(refusal(request(Json.object(), ""), "Malformed request", received).toString());
      return;
    }
    String method = request.path("method").asText();
    switch (method) {
      case "ping" -> client.send(times(request(request, "pong"), received).toString());
      case "subscribe", "unsubscribe" -> each(client, method, request, received);
      default -> {
        if (method.contains("order")) {
          orders.placed("WebSocket " + message);
        }
        client.send(refusal(request(request, method), "Unsupported method", received).toString());
      }
    }
  }

  private void each(WsClient client, String method, JsonNode request, double received) {
    JsonNode params = request.path("params");
    String channel = params.path("channel").asText();
    String wrong = problem(channel, params);
    if (wrong != null) {
      client.send(refusal(request(request, method), wrong, received).toString());
      return;
    }
    for (JsonNode symbol : params.path("symbol")) {
      ObjectNode answer = request(request, method);
      Optional<Integer> pair = state.pairOfSymbol(symbol.asText());
      if (pair.isEmpty()) {
        answer.put("symbol", symbol.asText());
        String words = "Currency pair not supported " + symbol.asText();
        client.send(refusal(answer, words, received).toString());
        continue;
      }
      int minutes = channel.equals("ohlc") ? params.path("interval").asInt(1) : 0;
      boolean snapshot = params.path("snapshot").asBoolean(true);
      ObjectNode result = answer.putObject("result").put("channel", channel);
      result.put("symbol", symbol.asText());
      describe(result, minutes, channel);
      if (method.equals("subscribe")) {
        result.put("snapshot", snapshot);
      }
      answer.put("success", true);
      String text = times(answer, received).toString();
      WsTopic topic = new WsTopic(channel, pair.get(), minutes);
      if (method.equals("subscribe")) {
        hub.subscribe(client, topic, snapshot, text);
      } else {
        hub.unsubscribe(client, topic, text);
      }
    }
  }

  private static void describe(ObjectNode result, int minutes, String channel) {
    if (minutes > 0) {
      result.put("interval", minutes);
    }
    if (channel.equals("book")) {
      result.put("depth", Book.DEPTH);
    }
  }

  private static @Nullable String problem(String channel, JsonNode params) {
    if (!CHANNELS.contains(channel)) {
      return "Unsupported channel " + channel;
    }
    if (!params.path("symbol").isArray() || params.path("symbol").isEmpty()) {
      return "Symbol(s) missing";
    }
    if (channel.equals("ohlc") && !MINUTES.contains(params.path("interval").asInt(1))) {
      return "Subscription ohlc interval not supported";
    }
    if (channel.equals("book") && params.path("depth").asInt(Book.DEPTH) != Book.DEPTH) {
      return "Subscription depth not supported";
    }
    return null;
  }

  private static ObjectNode request(JsonNode request, String method) {
    ObjectNode answer = Json.object().put("method", method);
    if (request.path("req_id").isIntegralNumber()) {
      answer.put("req_id", request.path("req_id").longValue());
    }
    return answer;
  }

  private ObjectNode refusal(ObjectNode answer, String words, double received) {
    return times(answer.put("error", words).put("success", false), received);
  }

  private ObjectNode times(ObjectNode answer, double received) {
    answer.put("time_in", WsMessages.micros(received));
    return answer.put("time_out", WsMessages.micros(state.now()));
  }
}
