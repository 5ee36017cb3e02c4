package mycelial.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stub's answers have the fields and types of what Kraken has really said. */
final class RecordedAnswersTest {
  private static final String FOLDER = "kraken_recorded/";

  private static StubExchange exchange = StubExchange.start(new StubOptions());
  private static Probe probe = new Probe(exchange);

  @BeforeAll
  static void requireOne() {
    assertThat(exchange.pairs()).hasSize(17);
  }

  @AfterAll
  static void stop() {
    probe.close();
    exchange.close();
  }

  @ParameterizedTest
  @CsvSource({
    "http_server_time.json, Time",
    "http_system_status.json, SystemStatus",
    "http_asset_pairs.json, AssetPairs?pair=XBTUSD",
    "http_ohlc.json, OHLC?pair=XBTUSD&interval=1",
    "http_ticker.json, Ticker?pair=XBTUSD",
    "http_trades.json, Trades?pair=XBTUSD",
    "http_order_book.json, Depth?pair=XBTUSD&count=5"
  })
  void agreeWithKrakens(String file, String request) throws IOException, InterruptedException {
    String id = "\"XXBTZUSD\":";
    JsonNode recorded =
        Json.read(Shapes.read(FOLDER + file).toString().replace("\"XBTUSDT\":", id));
    JsonNode told = Json.read(probe.get("/0/public/" + request).body());
    Shapes.requireAgreement(recorded, told);
    assertThat(told.path("error")).isEmpty();
  }

  @Test
  void theTickerTellsAllPairsAtOnce() throws IOException, InterruptedException {
    assertThat(probe.json("/0/public/Ticker").path("result")).hasSize(17);
    assertThat(probe.get("/0/public/Ticker?pair=XBTUSD,FOOUSD").body())
        .isEqualTo("{\"error\":[\"EQuery:Unknown asset pair\"]}");
  }

  @Test
  void everyPairHasKrakensOwnNames() throws IOException, InterruptedException {
    JsonNode pairs = probe.json("/0/public/AssetPairs").path("result");
    assertThat(pairs.at("/XDGUSD/wsname").asText()).isEqualTo("XDG/USD");
    assertThat(pairs.at("/XXLMZUSD/altname").asText()).isEqualTo("XLMUSD");
    assertThat(pairs.at("/POLUSD/wsname").asText()).isEqualTo("POL/USD");
    assertThat(pairs.at("/XXBTZUSD/fees")).hasSize(10);
    assertThat(pairs.has("EOSUSD")).isFalse();
  }
}
