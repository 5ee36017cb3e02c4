package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import mycelial.config.Configuration;
import mycelial.feed.kraken.KrakenException.Kind;
import mycelial.market.Interval;
import mycelial.market.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded answers, and the traps in which a plain use of XChange 5.2.2 ends. */
class KrakenRestTest {
  private static void with(String body, Consumer<KrakenRest> test) throws IOException {
    try (TinyServer server = TinyServer.answering(body);
        HttpCalls calls = new HttpCalls(server.settings())) {
      test.accept(new KrakenRest(calls));
    }
  }

  private static String recorded(String name) throws IOException {
    Path file =
        Path.of(System.getProperty("mycelial.data", "../shared/data"), "kraken_recorded", name);
    assumeTrue(Files.exists(file), file + " is not here");
    return Files.readString(file);
  }

  private static String result(String content) {
    return "{\"error\":[],\"result\":" + content + "}";
  }

  @Test
  void readsRecordedTimeAndStatus() throws IOException {
    with(
        recorded("http_server_time.json"),
        rest -> assertThat(rest.time()).isEqualTo(1_762_820_224L));
    with(
        recorded("http_system_status.json"), rest -> assertThat(rest.status()).isEqualTo("online"));
  }

  @Test
  void takesUnixTimeWhateverStandsInTheYearOfTwoDigits() throws IOException {
    with(
        result("{\"unixtime\":1762820224,\"rfc1123\":\"nonsense\"}"),
        rest -> assertThat(rest.time()).isEqualTo(1_762_820_224L));
  }

  @Test
  void readsRecordedBarsWhoseLastRowIsTheRunningOne() throws IOException {
    with(
        recorded("http_ohlc.json"),
        rest -> {
          OhlcAnswer answer = rest.ohlc("XBTUSDT", Interval.MINUTE, 0);
          assertThat(answer.rows()).hasSize(721);
          assertThat(answer.rows().getLast().start()).isEqualTo(answer.last() + 60);
          assertThat(answer.unusable()).isZero();
        });
  }

  @Test
  void readsRecordedTradesAndPrices() throws IOException {
    with(
        recorded("http_trades.json"),
        rest -> assertThat(rest.trades("XBTUSDT", 0).getTrades()).hasSize(1000));
    with(
        recorded("http_ticker.json"),
        rest ->
            assertThat(rest.ticker(List.of("XBTUSDT")))
                .containsExactly(new BestPrices("XBTUSDT", 105944.2, 105944.3)));
  }

  @Test
  void takesTheOneEntryThatIsNotLastWhateverItIsCalled() throws IOException {
    with(
        result("{\"last\":60,\"ANYTHING\":[[60,\"1\",\"1\",\"1\",\"1\",\"1\",\"1\",1]]}"),
        rest -> assertThat(rest.ohlc("XBTUSD", Interval.MINUTE, 0).rows()).hasSize(1));
  }

  @Test
  void aRowWithoutNumbersDoesNotSpoilTheOthers() throws IOException {
    with(
        result(
            "{\"X\":[[60,\"NaN\",\"1\",\"1\",\"1\",\"1\",\"1\",1],[\"60\",1],"
                + "[120,\"1\",\"1\",\"1\",\"1\",\"1\",\"1\",1]],\"last\":120}"),
        rest -> {
          OhlcAnswer answer = rest.ohlc("X", Interval.MINUTE, 0);
          assertThat(answer.rows()).hasSize(1);
          assertThat(answer.unusable()).isEqualTo(2);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"last\":1}",
        "{\"X\":[],\"Y\":[],\"last\":1}",
        "{\"X\":[]}",
        "{\"X\":7,\"last\":1}"
      })
  void anAnswerWithoutRowsIsATypedErrorAndNoNullPointer(String content) throws IOException {
    with(
        result(content),
        rest ->
            assertThatThrownBy(() -> rest.ohlc("X", Interval.MINUTE, 0))
                .isInstanceOfSatisfying(
                    KrakenException.class,
                    failure -> assertThat(failure.kind()).isEqualTo(Kind.MALFORMED)));
  }

  @Test
  void anUnknownPairOfTheTickerIsATypedError() throws IOException {
    with(
        "{\"error\":[\"EQuery:Unknown asset pair\"]}",
        rest ->
            assertThatThrownBy(() -> rest.ticker(List.of("NOSUCH")))
                .isInstanceOfSatisfying(
                    KrakenException.class,
                    failure -> assertThat(failure.kind()).isEqualTo(Kind.REQUEST)));
  }

  @Test
  void oneUnusableRowOfAssetPairsCostsThatPairOnly() throws IOException {
    String good =
        "{\"altname\":\"%s\",\"wsname\":\"%s\",\"base\":\"UNHEARDOF\",\"quote\":\"ZUSD\","
            + "\"pair_decimals\":2,\"lot_decimals\":8,\"ordermin\":\"0.02\",\"status\":\"online\"}";
    String content =
        "{\"SOLUSD\":"
            + String.format(good, "SOLUSD", "SOL/USD")
            + ",\"XDGUSD\":"
            + String.format(good, "XDGUSD", "XDG/USD")
            + ",\"POLUSD\":"
            + String.format(good, "POLUSD", "POL/USD")
            + ",\"XXBTZUSD\":{\"altname\":\"XBTUSD\"},\"ADAUSD\":7,"
            + "\"DOTUSD\":"
            + String.format(good, "DOTUSD", "DOT/EUR").replace("ZUSD", "ZEUR")
            + "}";
    Configuration configuration = Configuration.defaults();
    with(
        result(content),
        rest -> {
          KrakenPairs pairs =
              PairFinder.find(
                  rest.assetPairs(), configuration.specs().values(), configuration.names());
          assertThat(pairs.pairs())
              .containsExactlyInAnyOrder(
                  new Pair("SOLUSD"), new Pair("DOGEUSD"), new Pair("MATICUSD"));
          assertThat(pairs.find(new Pair("DOGEUSD")).orElseThrow().symbol()).isEqualTo("DOGE/USD");
          assertThat(pairs.find(new Pair("MATICUSD")).orElseThrow().id()).isEqualTo("POLUSD");
          assertThat(pairs.missing().get(new Pair("XXBTZUSD"))).contains("no quote");
          assertThat(pairs.missing().get(new Pair("DOTUSD"))).contains("ZEUR");
          assertThat(pairs.complaint()).contains("EOSUSD: Kraken does not list it");
        });
  }

  @Test
  void readsARecordedRowOfAssetPairs() throws IOException {
    with(
        recorded("http_asset_pairs.json")
            .replace("\"USDT\"", "\"ZUSD\"")
            .replace("XBTUSDT", "XBTUSD"),
        rest -> {
          Configuration configuration = Configuration.defaults();
          KrakenPair bitcoin =
              PairFinder.find(
                      rest.assetPairs(), configuration.specs().values(), configuration.names())
                  .find(new Pair("XXBTZUSD"))
                  .orElseThrow();
          assertThat(bitcoin.takerFees()).hasSize(10);
          assertThat(bitcoin.takerFees().getFirst().percent()).isEqualByComparingTo("0.4");
          assertThat(bitcoin.spec().priceDecimals()).isEqualTo(1);
          assertThat(bitcoin.isOnline()).isTrue();
        });
  }
}
