package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamMessagesTest {
  private static List<StreamEvent> shape(String name) throws IOException {
    Path file =
        Path.of(System.getProperty("mycelial.data", "../shared/data"), "kraken_ws_v2_shapes", name);
    assumeTrue(Files.exists(file), file + " is not here");
    return StreamMessages.read(Files.readString(file));
  }

  @Test
  void readsABar() throws IOException {
    assertThat(shape("ws_ohlc_update.json"))
        .containsExactly(
            new StreamEvent.CandleSeen(
                "BTC/USD",
                1,
                new Candle(
                    1_696_436_700L, 106038.2, 106044.3, 106038.1, 106040.1, 30927.68066226, 12)));
  }

  @Test
  void readsASnapshotOfBarsWithItsTime() throws IOException {
    List<StreamEvent> events = shape("ws_v2_ohlc_snapshot.json");
    assertThat(events).hasSize(2);
    assertThat(events.getFirst()).isEqualTo(new StreamEvent.TimeNamed(1_696_436_790.524395));
  }

  @Test
  void readsBestPricesAnswersAndStatus() throws IOException {
    assertThat(shape("ws_ticker_snapshot.json"))
        .contains(new StreamEvent.PricesSeen(new BestPrices("BTC/USD", 105944.20, 105944.30)));
    assertThat(shape("ws_subscribe_response.json"))
        .containsExactly(new StreamEvent.Subscribed("ticker", "BTC/USD"));
    assertThat(shape("ws_v2_subscribe_error.json"))
        .containsExactly(new StreamEvent.Refused("FOO/USD", "Currency pair not supported FOO/USD"));
    assertThat(shape("ws_v2_status.json")).containsExactly(new StreamEvent.SystemSeen("online"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ws_v2_heartbeat.json",
        "ws_pong.json",
        "ws_trade_update.json",
        "ws_book_update.json"
      })
  void passesOverWhatItHasNoUseFor(String name) throws IOException {
    assertThat(shape(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "x",
        "{\"channel\":\"ohlc\",\"data\":[{\"symbol\":\"BTC/USD\"}]}",
        "{\"channel\":\"ticker\",\"data\":[{\"symbol\":\"BTC/USD\",\"bid\":\"NaN\",\"ask\":1}]}",
        "{\"channel\":\"ticker\",\"channel\":\"ohlc\"}",
        "{\"channel\":\"heartbeat\"} {}"
      })
  void refusesWhatIsNoMessage(String text) {
    assertThatThrownBy(() -> StreamMessages.read(text)).isInstanceOf(KrakenException.class);
  }

  @Test
  void subscribesToAllPairsInOneMessage() {
    assertThat(StreamMessages.subscribeBars(List.of("BTC/USD", "ETH/USD"), 1))
        .isEqualTo(
            "{\"method\":\"subscribe\",\"params\":{\"channel\":\"ohlc\","
                + "\"symbol\":[\"BTC/USD\",\"ETH/USD\"],\"interval\":1,\"snapshot\":true},"
                + "\"req_id\":1}");
  }
}
