package mycelial.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class WebSocketTest {
  private static final String SHAPES = "kraken_ws_v2_shapes/";

  private final AtomicLong nanos = new AtomicLong();
  private final StubExchange exchange = StubExchange.start(new StubOptions().nanoTime(nanos::get));
  private final Probe probe = new Probe(exchange);
  private final Probe.Stream stream = probe.stream();

  @AfterEach
  void stop() {
    stream.close();
    probe.close();
    exchange.close();
  }

  private void pass(long seconds) {
    nanos.addAndGet(seconds * 1_000_000_000L);
  }

  private void subscribe(String channel, String more) throws IOException, InterruptedException {
    stream.send(
        "{\"method\":\"subscribe\",\"params\":{\"channel\":\""
            + channel
            + "\",\"symbol\":[\"BTC/USD\"]"
            + more
            + "},\"req_id\":1}");
    JsonNode answer = stream.next("method", "subscribe");
    assertThat(answer.path("success").asBoolean()).isTrue();
    Shapes.requireAgreement(Shapes.read(SHAPES + "ws_subscribe_response.json"), answer);
  }

  @ParameterizedTest
  @CsvSource({
    "ohlc, ',\"interval\":1', ws_v2_ohlc_snapshot.json, ws_ohlc_update.json",
    "ticker, '', ws_ticker_snapshot.json, ws_ticker_snapshot.json",
    "trade, '', ws_trade_update.json, ws_trade_update.json",
    "book, ',\"depth\":10', ws_book_snapshot.json, ws_book_update.json"
  })
  void tellsASnapshotAndThenWhatChanges(String channel, String more, String first, String then)
      throws IOException, InterruptedException {
    subscribe(channel, more);
    JsonNode snapshot = stream.next("channel", channel);
    assertThat(snapshot.path("type").asText()).isEqualTo("snapshot");
    Shapes.requireAgreement(Shapes.read(SHAPES + first), snapshot);
    pass(60);
    JsonNode update = stream.next("channel", channel);
    assertThat(update.path("type").asText()).isEqualTo("update");
    Shapes.requireAgreement(Shapes.read(SHAPES + then), update);
  }

  @Test
  void theLastUpdateOfACandleIsTheClosedCandleOfRest() throws IOException, InterruptedException {
    subscribe("ohlc", ",\"interval\":1");
    stream.next("channel", "ohlc");
    pass(130);
    String closed = "2026-03-02T18:01:00.000000000Z";
    JsonNode last = Json.object();
    JsonNode update = stream.next("channel", "ohlc").at("/data/0");
    while (update.path("interval_begin").asText().compareTo(closed) <= 0) {
      last = update;
      update = stream.next("channel", "ohlc").at("/data/0");
    }
    JsonNode rows = probe.rows("/0/public/OHLC?pair=XBTUSD&since=" + StubOptions.DEFAULT_START);
    assertThat(last.path("interval_begin").asText()).isEqualTo(closed);
    assertThat(last.path("close").decimalValue()).isEqualTo(rows.get(0).get(4).asText());
    assertThat(last.path("volume").decimalValue()).isEqualTo(rows.get(0).get(6).asText());
    assertThat(last.path("trades").asInt()).isEqualTo(rows.get(0).get(7).asInt());
  }

  @Test
  void nothingIsToldOfWhatIsNotSubscribedAnyMore() throws IOException, InterruptedException {
    subscribe("ticker", "");
    stream.next("channel", "ticker");
    stream.send(
        "{\"method\":\"unsubscribe\",\"params\":{\"channel\":\"ticker\",\"symbol\":[\"BTC/USD\"]}}");
    assertThat(stream.next("method", "unsubscribe").path("success").asBoolean()).isTrue();
    pass(60);
    String said = stream.raw(Duration.ofMillis(300));
    while (said != null) {
      assertThat(said).doesNotContain("ticker");
      said = stream.raw(Duration.ofMillis(300));
    }
  }

  @Test
  void aPingIsAnsweredAndHeartbeatsCome() throws IOException, InterruptedException {
    stream.send("{\"method\":\"ping\",\"req_id\":42}");
    JsonNode pong = stream.next("method", "pong");
    Shapes.requireAgreement(Shapes.read(SHAPES + "ws_pong.json"), pong);
    subscribe("ticker", "");
    pass(1);
    stream.next("channel", "heartbeat");
  }

  @Test
  void whatCannotBeSubscribedToIsSaid() throws IOException, InterruptedException {
    stream.send(
        "{\"method\":\"subscribe\",\"params\":{\"channel\":\"ticker\",\"symbol\":[\"FOO/USD\"]},"
            + "\"req_id\":3}");
    JsonNode refusal = stream.next("method", "subscribe");
    Shapes.requireAgreement(Shapes.read(SHAPES + "ws_v2_subscribe_error.json"), refusal);
    stream.send("{\"method\":\"subscribe\",\"params\":{\"channel\":\"news\"}}");
    assertThat(stream.next("method", "subscribe").path("error").asText()).contains("channel");
    stream.send("nonsense");
    assertThat(stream.next("error", "Malformed request").path("success").asBoolean()).isFalse();
  }

  @Test
  void connectionsAreEnded() throws InterruptedException {
    exchange.fail(StubFault.Kind.SOCKET_DISCONNECT, "", 5);
    pass(1);
    String said = "";
    while (!"closed".equals(said)) {
      said = stream.raw(Duration.ofSeconds(5));
      assertThat(said).isNotNull();
    }
  }

  @Test
  void nothingIsSaidInASilence() throws IOException, InterruptedException {
    subscribe("ticker", "");
    stream.next("channel", "ticker");
    exchange.fail(StubFault.Kind.SOCKET_SILENCE, "", 600);
    pass(60);
    String said = stream.raw(Duration.ofMillis(300));
    assertThat(said == null || !said.contains("\"update\"")).isTrue();
    exchange.heal();
    pass(60);
    stream.next("type", "update");
  }

  @Test
  void garbageIsSaidBetweenTheMessages() throws InterruptedException {
    exchange.fail(StubFault.Kind.SOCKET_GARBAGE, "", 600);
    pass(20);
    boolean seen = false;
    for (String said = stream.raw(Duration.ofSeconds(2));
        said != null && !seen;
        said = stream.raw(Duration.ofSeconds(2))) {
      seen = said.equals("not json");
    }
    assertThat(seen).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"NEGATIVE_PRICE", "HIGH_BELOW_LOW", "FUTURE", "OFF_GRID", "SPIKE"})
  void candlesAreSpoiltHereToo(StubFault.Kind kind) throws IOException, InterruptedException {
    subscribe("ohlc", ",\"interval\":1");
    JsonNode good = stream.next("type", "snapshot").path("data").get(0);
    exchange.fail(kind, "/v2/ohlc/XXBTZUSD", 600);
    pass(30);
    JsonNode bad = stream.next("type", "update").path("data").get(0);
    boolean spoilt =
        switch (kind) {
          case NEGATIVE_PRICE -> bad.path("close").asDouble() == -1;
          case HIGH_BELOW_LOW -> bad.path("high").asDouble() < bad.path("low").asDouble();
          case FUTURE -> bad.path("interval_begin").asText().startsWith("2026-03-03");
          case OFF_GRID -> bad.path("interval_begin").asText().contains(":07.");
          default -> bad.path("close").asDouble() > 10 * good.path("close").asDouble();
        };
    assertThat(spoilt).isTrue();
  }

  @Test
  void aBookHasTheRightChecksumOrAWrongOneOnDemand() throws IOException, InterruptedException {
    StubPair bitcoin = exchange.pairs().getFirst();
    subscribe("book", "");
    JsonNode snapshot = stream.next("type", "snapshot").at("/data/0");
    assertThat(snapshot.path("checksum").asLong()).isEqualTo(book(bitcoin, 0).checksum(bitcoin));
    exchange.fail(StubFault.Kind.WRONG_CHECKSUM, "", 600);
    pass(5);
    JsonNode update = stream.next("type", "update").at("/data/0");
    assertThat(update.path("checksum").asLong()).isEqualTo(book(bitcoin, 5).checksum(bitcoin) ^ 1);
  }

  private Book book(StubPair pair, int second) {
    StubQuote quote =
        exchange.quote(pair.pair(), StubOptions.DEFAULT_START + (double) second).orElseThrow();
    return Book.around(new StubMarket.BidAsk(pair.ticks(quote.bid()), pair.ticks(quote.ask())), 1);
  }
}
