package mycelial.feed.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mycelial.feed.ListFeed;
import mycelial.feed.MarketFeed;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.PairNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Recorded candles with the counts that their provenance notes state; skipped where the data are
 * not at hand. {@code -Dmycelial.data=FOLDER} names another place.
 */
final class RealDataTest {
  private static Path folder(String set) {
    Path folder = Path.of(System.getProperty("mycelial.data", "../shared/data")).resolve(set);
    assumeTrue(Files.isDirectory(folder), () -> "no recorded candles at " + folder + ": skipped");
    return folder;
  }

  private static long at(String instant) {
    return Instant.parse(instant).getEpochSecond();
  }

  private static Survey survey(Path folder) {
    Survey survey = CandleFolder.survey(folder, Candles.NAMES);
    assertThat(survey.errors()).isEmpty();
    return survey;
  }

  @Test
  void readsTheTopOfMay2021() {
    Survey survey = survey(folder("a_binance_1m_2021-05_top"));
    assertThat(survey.files())
        .hasSize(16)
        .allSatisfy(file -> {
          assertThat(file.rows()).isEqualTo(11_305);
          assertThat(file.first()).isEqualTo(at("2021-05-07T00:00:00Z"));
          assertThat(file.last()).isEqualTo(at("2021-05-14T20:24:00Z"));
          assertThat(file.gaps()).isZero();
        });
    assertThat(survey.files().getLast().sha256()).startsWith("ab0919fdff89df65");
  }

  @Test
  void readsTheSidewaysMarketOf2023() {
    Survey survey = survey(folder("d_binance_5m_2023-08_sideways"));
    assertThat(survey.files())
        .hasSize(17)
        .allSatisfy(file -> assertThat(file.rows()).isEqualTo(6_048));
    assertThat(survey.files())
        .filteredOn(file -> file.pair().name().equals("XTZUSD"))
        .singleElement()
        .satisfies(file -> assertThat(file.quietBars()).isBetween(1L, 388L));
  }

  @Test
  void readsThreeIntervalsOfKraken() {
    Path folder = folder("k_kraken_real");
    Map<String, Long> rows = new TreeMap<>();
    survey(folder)
        .files()
        .forEach(file -> rows.put(file.path().getFileName().toString(), file.rows()));
    assertThat(rows)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "XBTUSD_60.csv", 18_412L,
                "ETHUSD_60.csv", 20_418L,
                "ETHUSD_5.csv", 22_454L,
                "SOLUSD_5.csv", 22_455L,
                "XDGUSD_5.csv", 22_441L,
                "XBTUSD_5.csv", 25_901L,
                "XBTUSD_15.csv", 8_635L));
    CandleFolder.Selection hourly =
        new CandleFolder.Selection(
            OptionalLong.empty(), OptionalLong.empty(), List.of(), Interval.HOUR);
    try (MarketFeed feed = CandleFolder.open(folder, hourly, Candles.NAMES)) {
      assertThat(feed.firstTime()).isEqualTo(at("2020-12-01T00:00:00Z"));
      assertThat(feed.lastTime()).isEqualTo(at("2023-04-01T00:00:00Z"));
      assertThat(ListFeed.drain(feed).lastTime()).isEqualTo(feed.lastTime());
    }
  }

  @Test
  void fillsTheQuietMinutesOfATradeTape() {
    Path folder = folder("l_kraken_trades_2023-11");
    PairNames names = new PairNames(Map.of("XBTUSDT", new Pair("XBTUSDT")));
    Survey survey = CandleFolder.survey(folder, names);
    assertThat(survey.notices())
        .containsExactly("ignored 2 other csv file(s): [XBTUSDT.csv, XBTUSDT_trades_full.csv]");
    assertThat(survey.files())
        .singleElement()
        .satisfies(file -> {
          assertThat(file.rows()).isEqualTo(5_388);
          assertThat(file.quietBars()).isEqualTo(2_334);
          assertThat(file.gaps()).isZero();
          assertThat(file.first()).isEqualTo(at("2023-11-17T00:00:00Z"));
          assertThat(file.last()).isEqualTo(at("2023-11-22T08:41:00Z"));
        });
  }

  @Test
  void tellsAPrefixWhenTheWindowEndsAtHalf() {
    Path folder = folder("g_binance_60m_2020-12_2021-07_bull");
    SortedMap<Long, List<MarketUpdate>> whole =
        Candles.drain(folder, CandleFolder.Selection.ALL).remaining();
    long half = at("2021-03-25T00:00:00Z");
    SortedMap<Long, List<MarketUpdate>> part =
        Candles.drain(folder, Candles.between(0, half)).remaining();
    assertThat(part.lastKey()).isEqualTo(half);
    assertThat(part.headMap(half)).isEqualTo(whole.headMap(half));
  }

  /** As the notes on their origin state; the last hour of the one source is cut. */
  @Test
  void intervalsOfKrakenAgreeButForOneHour() {
    Survey survey = survey(folder("k_kraken_real"));
    assertThat(survey.files())
        .filteredOn(file -> file.path().endsWith("XBTUSD_5.csv"))
        .singleElement()
        .satisfies(file -> {
          assertThat(file.passport().grade()).isEqualTo(Grade.B);
          assertThat(file.passport().agreements())
              .extracting(Agreement::coarser, Agreement::compared, Agreement::agreeing)
              .containsExactly(
                  tuple(Interval.FIFTEEN_MINUTES, 8_635L, 8_635L),
                  tuple(Interval.HOUR, 154L, 153L));
        });
    assertThat(survey.grade()).isEqualTo(Grade.B);
  }

  /** The whole history up to some day, then a quarter that overlaps it, as Kraken packs them. */
  @Test
  void archivesOfRealCandlesBecomeTheFileTheyWereMadeOf(@TempDir Path out) throws IOException {
    Path folder = folder("k_kraken_real");
    List<String> rows = Files.readAllLines(folder.resolve("XBTUSD_5.csv"));
    CandleStore store = CandleStore.open(out.resolve("candles"), Candles.NAMES);

    importing(out, store, "XBTUSD_5.csv", rows.subList(0, 15_000), 15_000);
    importing(out, store, "Q1/XBTUSD_5.csv", rows.subList(14_000, rows.size()), 10_901);

    CandleFolder.Selection five =
        new CandleFolder.Selection(
            OptionalLong.empty(),
            OptionalLong.empty(),
            List.of(Candles.XBT),
            Interval.FIVE_MINUTES);
    assertThat(Candles.drain(store.folder(), five).remaining())
        .isEqualTo(Candles.drain(folder, five).remaining());
  }

  private static void importing(
      Path out, CandleStore store, String entry, List<String> rows, long added) throws IOException {
    Path archive = out.resolve("Kraken_OHLCVT.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write((String.join("\n", rows) + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(
            CandleArchive.of(archive)
                .into(
                    store,
                    Candles.NAMES,
                    (pair, interval) -> true,
                    Overlap.REFUSE,
                    (done, all, name) -> {})
                .files())
        .singleElement()
        .satisfies(merged -> {
          assertThat(merged.added()).isEqualTo(added);
          assertThat(merged.agreeing()).isEqualTo(rows.size() - added);
        });
  }
}
