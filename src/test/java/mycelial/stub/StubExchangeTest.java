package mycelial.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class StubExchangeTest {
  @Test
  void tellsItsOwnTime() throws IOException, InterruptedException {
    try (StubExchange exchange = StubExchange.start(new StubOptions().speed(100));
        Probe probe = new Probe(exchange)) {
      long told = probe.json("/0/public/Time").path("result").path("unixtime").asLong();
      assertThat((double) told).isBetween((double) StubOptions.DEFAULT_START, exchange.now());
    }
  }

  @Test
  void theRunningCandleIsLastAndAllOthersAreClosed() throws IOException, InterruptedException {
    try (StubExchange exchange = StubExchange.start(new StubOptions());
        Probe probe = new Probe(exchange)) {
      JsonNode result = probe.json("/0/public/OHLC?pair=XBTUSD").path("result");
      JsonNode rows = result.path("XXBTZUSD");
      assertThat(rows).hasSize(721);
      long last = rows.get(720).get(0).asLong();
      assertThat(last).isEqualTo((long) exchange.now() / 60 * 60);
      assertThat(result.path("last").asLong()).isEqualTo(last - 60);
      JsonNode since = probe.rows("/0/public/OHLC?pair=XBTUSD&since=" + (last - 120));
      assertThat(since).hasSize(2);
    }
  }

  @Test
  void tellsCandlesAndQuotesAsTheyCome() throws IOException, InterruptedException {
    try (StubExchange exchange = StubExchange.start(new StubOptions().speed(240));
        Probe probe = new Probe(exchange);
        Probe.Stream stream = probe.stream()) {
      assertThat(stream.next("channel", "status").at("/data/0/system").asText())
          .isEqualTo("online");
      stream.send(
          "{\"method\":\"subscribe\",\"params\":{\"channel\":\"ohlc\",\"interval\":1,"
              + "\"symbol\":[\"BTC/USD\",\"FOO/USD\"]},\"req_id\":1}");
      assertThat(stream.next("method", "subscribe").path("success").asBoolean()).isTrue();
      assertThat(stream.next("method", "subscribe").path("error").asText())
          .isEqualTo("Currency pair not supported FOO/USD");
      assertThat(stream.next("type", "update").at("/data/0/symbol").asText()).isEqualTo("BTC/USD");
    }
  }
}
