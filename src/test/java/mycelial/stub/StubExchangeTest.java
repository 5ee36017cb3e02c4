package mycelial.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void saysWhenItsPortIsInUse() {
    try (StubExchange exchange = StubExchange.start(new StubOptions())) {
      StubOptions same = new StubOptions().port(exchange.url().getPort());
      assertThatThrownBy(() -> StubExchange.start(same))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is in use");
    }
  }

  @Test
  void playsRecordedCandles(@TempDir Path folder) throws IOException, InterruptedException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      double price = 100 + i % 7;
      long time = StubOptions.DEFAULT_START - 300L * (1000 - i);
      rows.append(time).append(",").append(price).append(",").append(price + 2).append(",");
      rows.append(price - 1).append(",").append(price + 1).append(",12.5,4\n");
    }
    Files.writeString(folder.resolve("SOLUSD_5.csv"), rows);
    StubOptions options = new StubOptions().folder(folder, null).start(StubOptions.DEFAULT_START);
    assertThatThrownBy(() -> StubExchange.start(new StubOptions().folder(folder, null).start(1)))
        .hasMessageContaining("the market is from 2026-02-27T06:40:00Z to 2026-03-06T05:20:00Z");
    try (StubExchange anywhere = StubExchange.start(new StubOptions().folder(folder, null))) {
      double first = StubOptions.DEFAULT_START - 300_000.0;
      assertThat(anywhere.now() - first).isBetween(13 * 3600.0, 13 * 3600.0 + 60);
    }
    try (StubExchange exchange = StubExchange.start(options);
        Probe probe = new Probe(exchange)) {
      assertThat(exchange.pairs()).hasSize(1);
      JsonNode row = probe.rows("/0/public/OHLC?pair=SOLUSD&interval=5").get(719);
      double price = 100 + 999 % 7;
      assertThat(row.get(2).asDouble()).isEqualTo(price + 2);
      assertThat(row.get(6).asText()).isEqualTo("12.50000000");
      assertThat(probe.rows("/0/public/OHLC?pair=SOLUSD&interval=1")).hasSize(721);
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
