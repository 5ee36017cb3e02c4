package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  private List<Pair> download(KrakenExchange exchange, KrakenPairs pairs) {
    return WarmUp.download(
        exchange.history(), pairs, Interval.MINUTE, folder.resolve("past"), SETTINGS.names());
  }

  private MarketFeed local(List<Pair> pairs, long until) {
    return WarmUp.local(folder.resolve("past"), pairs, Interval.MINUTE, until, SETTINGS.names());
  }

  /** Quiet bars, for which REST has rows, come out as those for which a file has none. */
  @Test
  void aDownloadedPastIsTheSeriesOfFilesWithoutQuietRows() {
    withStub(
        new StubOptions().quietShare(0.3),
        List.of(),
        (exchange, pairs) -> {
          List<Pair> known = download(exchange, pairs);
          assertThat(known).isEqualTo(pairs.pairs());
          List<List<MarketUpdate>> whole = drain(local(known, START));
          assertThat(whole).hasSizeGreaterThan(700);
          dropQuietRows();

          assertThat(drain(local(known, START))).isEqualTo(whole);
        });
  }

  private void dropQuietRows() {
    try (Stream<Path> files = Files.list(folder.resolve("past"))) {
      for (Path file : files.toList()) {
        List<String> rows = Files.readAllLines(file);
        List<String> traded = new ArrayList<>(rows);
        traded.subList(1, traded.size() - 1).removeIf(row -> row.endsWith(",0,0"));
        assertThat(traded).hasSizeLessThan(rows.size() - 100);
        Files.write(file, traded);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void aPairWithoutBarsIsLeftOut() {
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

          assertThat(download(exchange, new KrakenPairs(asked, Map.of()))).isEqualTo(pairs.pairs());
        });
  }

  @Test
  void anExchangeThatRefusesEverythingIsNoPast() {
    withStub(
        new StubOptions(),
        List.of(StubFault.Kind.LOCKOUT),
        (exchange, pairs) ->
            assertThatExceptionOfType(KrakenException.class)
                .isThrownBy(() -> download(exchange, pairs)));
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
}
