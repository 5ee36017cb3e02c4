package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mycelial.config.Configuration;
import mycelial.feed.BadDataException;
import mycelial.feed.MarketFeed;
import mycelial.feed.ScaledClock;
import mycelial.feed.kraken.KrakenException;
import mycelial.feed.kraken.KrakenExchange;
import mycelial.feed.kraken.KrakenPair;
import mycelial.feed.kraken.KrakenPairs;
import mycelial.feed.kraken.KrakenSettings;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.PairSpec;
import mycelial.stub.StubExchange;
import mycelial.stub.StubFault;
import mycelial.stub.StubOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpTest {
  private static final long START = StubOptions.DEFAULT_START;
  private static final Pair XBT = new Pair("XXBTZUSD");
  private static final Configuration SETTINGS = Configuration.defaults();

  @TempDir Path folder = Path.of("");

  private interface Use {
    void on(KrakenExchange exchange, KrakenPairs pairs);
  }

  private static void withStub(StubOptions options, List<StubFault.Kind> faults, Use use) {
    List<PairSpec> specs = SETTINGS.pairs().stream().limit(3).map(SETTINGS::spec).toList();
    try (StubExchange stub = StubExchange.start(options.start(START + 1).limit(0, 1))) {
      ScaledClock clock = new ScaledClock(System::nanoTime, 60, START + 1);
      try (KrakenExchange exchange =
          KrakenExchange.open(KrakenSettings.at(stub.url()), clock, specs, SETTINGS.names())) {
        KrakenPairs pairs = exchange.pairs();
        faults.forEach(kind -> stub.fail(kind, "/0/public/OHLC", 1e6));
        use.on(exchange, pairs);
      }
    }
  }

  private static List<List<MarketUpdate>> drain(MarketFeed feed) {
    List<List<MarketUpdate>> updates = new ArrayList<>();
    try (feed) {
      while (feed.nextTime().isPresent()) {
        updates.add(feed.next());
      }
    }
    return updates;
  }

  /** With many quiet bars, which REST has rows for and a file need not have. */
  @Test
  void aDownloadedPastIsThatOfTheFilesItLeaves() {
    withStub(
        new StubOptions().quietShare(0.3),
        List.of(),
        (exchange, pairs) -> {
          WarmUp.Past past =
              WarmUp.kraken(
                  exchange.history(), pairs, Interval.MINUTE, folder.resolve("past"), SETTINGS.names());

          assertThat(past.notices()).isEmpty();
          assertThat(past.feed().pairs())
              .isEqualTo(pairs.pairs());
          assertThat(past.feed().lastTime()).isEqualTo(START);
          assertThat(drain(past.feed()))
              .hasSizeGreaterThan(700)
              .isEqualTo(
                  drain(
                      WarmUp.local(
                          folder.resolve("past"),
                          pairs.pairs(),
                          Interval.MINUTE,
                          START,
                          SETTINGS.names())));
        });
  }

  @Test
  void aPairWithoutBarsIsTold() {
    withStub(
        new StubOptions(),
        List.of(),
        (exchange, pairs) -> {
          KrakenPair nameless =
              new KrakenPair(
                  new Pair("NEARUSD"),
                  "NOSUCHUSD",
                  "NOSUCHUSD",
                  "NOSUCH/USD",
                  pairs.listed().getFirst().spec(),
                  List.of(),
                  "online");
          List<KrakenPair> asked = new ArrayList<>(pairs.listed());
          asked.add(nameless);

          WarmUp.Past past =
              WarmUp.kraken(
                  exchange.history(), new KrakenPairs(asked, Map.of()), Interval.MINUTE, folder.resolve("past"), SETTINGS.names());

          assertThat(past.feed().pairs()).hasSize(3);
          past.feed().close();
          assertThat(past.notices())
              .filteredOn(notice -> notice.startsWith("NEARUSD: "))
              .singleElement()
              .asString()
              .contains("Unknown asset pair");
        });
  }

  @Test
  void anExchangeThatRefusesEverythingIsNoPast() {
    withStub(
        new StubOptions(),
        List.of(StubFault.Kind.LOCKOUT),
        (exchange, pairs) ->
            assertThatExceptionOfType(KrakenException.class)
                .isThrownBy(() ->
                    WarmUp.kraken(
                        exchange.history(), pairs, Interval.MINUTE, folder.resolve("past"), SETTINGS.names())));
  }

  @Test
  void aLocalPastEndsAtTheInstantAtTheLatest() throws IOException {
    long start = 1_620_000_000;
    Files.writeString(
        folder.resolve("XBTUSD_5.csv"),
        start + ",10,11,9,10,5,1\n" + (start + 300) + ",10,11,9,10,5,1\n");
    List<Pair> pairs = List.of(XBT);

    for (long until = start + 300; until < start + 600; until += 60) {
      try (MarketFeed feed =
          WarmUp.local(folder, pairs, Interval.FIVE_MINUTES, until, SETTINGS.names())) {
        assertThat(feed.lastTime()).isEqualTo(start + 300);
      }
    }
    try (MarketFeed feed =
        WarmUp.local(folder, pairs, Interval.FIVE_MINUTES, start + 600, SETTINGS.names())) {
      assertThat(feed.lastTime()).isEqualTo(start + 600);
    }
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() ->
            WarmUp.local(folder, pairs, Interval.FIVE_MINUTES, start + 299, SETTINGS.names()));
  }

  @Test
  void aPastThatIsThereIsOpenedAsItIs() {
    withStub(
        new StubOptions().speed(600),
        List.of(),
        (exchange, pairs) -> {
          long first = lastTime(exchange, pairs);
          assertThat(lastTime(exchange, pairs)).isEqualTo(first);
        });
  }

  private long lastTime(KrakenExchange exchange, KrakenPairs pairs) {
    Path past = folder.resolve("past");
    try (MarketFeed feed =
        WarmUp.kraken(exchange.history(), pairs, Interval.MINUTE, past, SETTINGS.names()).feed()) {
      return feed.lastTime();
    }
  }
}
