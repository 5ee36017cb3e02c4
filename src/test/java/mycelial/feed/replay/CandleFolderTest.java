package mycelial.feed.replay;

import static mycelial.feed.replay.Candles.ETH;
import static mycelial.feed.replay.Candles.NAMES;
import static mycelial.feed.replay.Candles.T0;
import static mycelial.feed.replay.Candles.XBT;
import static mycelial.feed.replay.Candles.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import mycelial.feed.BadDataException;
import mycelial.feed.MarketFeed;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Provenance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CandleFolderTest {
  @TempDir Path folder;

  private void write(String... names) {
    for (String name : names) {
      Candles.write(folder, name, flat(0, 5, 1), flat(1440, 5, 1));
    }
  }

  private static CandleFolder.Selection only(@Nullable Interval interval, Pair... pairs) {
    return new CandleFolder.Selection(
        OptionalLong.empty(), OptionalLong.empty(), List.of(pairs), interval);
  }

  private List<Pair> pairs(CandleFolder.Selection selection) {
    try (MarketFeed feed = CandleFolder.open(folder, selection, NAMES)) {
      return feed.pairs();
    }
  }

  private List<String> description(CandleFolder.Selection selection) {
    try (MarketFeed feed = CandleFolder.open(folder, selection, NAMES)) {
      return feed.description();
    }
  }

  private void refuses(CandleFolder.Selection selection, String message) {
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> CandleFolder.open(folder, selection, NAMES))
        .withMessageContaining(message);
  }

  @Test
  void knowsPairsByAllTheirNames() {
    write("XXBTZUSD_1.csv", "ethusd_1.CSV", "XDGUSD_1.csv.gz");
    assertThat(pairs(CandleFolder.Selection.ALL)).containsExactly(new Pair("DOGEUSD"), ETH, XBT);
  }

  @Test
  void servesThePairsWantedInTheOrderWanted() {
    write("XBTUSD_1.csv", "ETHUSD_1.csv", "SOLUSD_1.csv");
    CandleFolder.Selection wanted = only(null, XBT, ETH, new Pair("NEARUSD"));
    assertThat(pairs(wanted)).containsExactly(XBT, ETH);
    assertThat(description(wanted)).contains("no file for NEARUSD");
  }

  @Test
  void refusesAnUnknownPairNamingTheNearest() {
    write("XBTUSD_1.csv", "XBTUSDT_1.csv");
    refuses(
        CandleFolder.Selection.ALL,
        "XBTUSDT_1.csv: unknown pair 'XBTUSDT', the nearest known name is XBTUSD;");
  }

  @Test
  void ignoresAnUnknownPairThatIsNotWanted() {
    write("XBTUSD_1.csv", "XBTUSDT_1.csv");
    assertThat(pairs(only(null, XBT))).containsExactly(XBT);
    assertThat(description(only(null, XBT)))
        .anyMatch(line -> line.startsWith("ignored XBTUSDT_1.csv: unknown pair"));
  }

  @Test
  void asksForTheIntervalWhenThereAreSeveral() {
    write("XBTUSD_5.csv", "XBTUSD_15.csv", "ETHUSD_60.csv");
    refuses(
        CandleFolder.Selection.ALL,
        "holds bars of 5, 15, 60 minutes; choose one with --interval M");
    assertThat(pairs(only(Interval.HOUR))).containsExactly(ETH);
    assertThat(pairs(only(null, ETH))).containsExactly(ETH);
  }

  @Test
  void refusesASelectionThatNothingMeets() {
    write("XBTUSD_5.csv");
    refuses(
        only(Interval.DAY), "has no file for the pairs and the interval wanted; it holds XBTUSD_5");
    refuses(only(null, ETH), "has no file for the pairs and the interval wanted");
  }

  @Test
  void refusesTwoFilesOfOnePair() {
    write("XBTUSD_1.csv", "XXBTZUSD_1.csv");
    refuses(
        CandleFolder.Selection.ALL,
        "XBTUSD_1.csv and XXBTZUSD_1.csv are both XXBTZUSD of 1 min; remove one");
  }

  @Test
  void refusesAFileAndItsPackedTwin() {
    write("XBTUSD_1.csv", "XBTUSD_1.csv.gz");
    refuses(CandleFolder.Selection.ALL, "XBTUSD_1.csv and XBTUSD_1.csv.gz are both");
  }

  @Test
  void refusesAFolderThatIsNone() throws IOException {
    refuses(CandleFolder.Selection.ALL, " holds no candle file; expected files named");
    Path file = Files.createFile(folder.resolve("file"));
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> Candles.open(file))
        .withMessageContaining("is a file, not a folder; give a folder of candles (expected files");
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> Candles.open(folder.resolve("none")))
        .withMessageContaining("none does not exist; give a folder of candles");
  }

  @Test
  void refusesWhatIsNotARegularFile() throws IOException {
    write("ETHUSD_1.csv");
    Files.createSymbolicLink(folder.resolve("XBTUSD_1.csv"), Path.of("/dev/zero"));
    refuses(CandleFolder.Selection.ALL, "XBTUSD_1.csv: is not a regular file but a folder, pipe");
    Files.delete(folder.resolve("XBTUSD_1.csv"));
    Files.createDirectory(folder.resolve("XBTUSD_1.csv"));
    refuses(CandleFolder.Selection.ALL, "XBTUSD_1.csv: is not a regular file");
  }

  @Test
  void readsThroughALinkToARegularFile() throws IOException {
    write("XBTUSD_1.csv");
    Path links = Files.createDirectory(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("XBTUSD_1.csv"), folder.resolve("XBTUSD_1.csv"));
    try (MarketFeed feed = Candles.open(links)) {
      assertThat(feed.firstTime()).isEqualTo(T0);
    }
  }

  @Test
  void ignoresOtherFilesAndSaysSo() throws IOException {
    write("XBTUSD_1.csv", "XBTUSD_720.csv", "XBTUSD.csv", "trades_full.csv", "PROVENANCE.md");
    Files.createDirectory(folder.resolve("more"));
    assertThat(description(CandleFolder.Selection.ALL))
        .contains(
            "ignored XBTUSD_720.csv: no interval has 720 minutes",
            "ignored 2 other csv file(s): [XBTUSD.csv, trades_full.csv]")
        .noneMatch(line -> line.contains("PROVENANCE") || line.contains("more"));
  }

  @Test
  void leavesOutAPairWithoutABarInTheWindow() {
    write("XBTUSD_1.csv");
    Candles.write(folder, "ETHUSD_1.csv", flat(9, 5, 1));
    try (MarketFeed feed = CandleFolder.open(folder, Candles.between(T0, T0 + 60), NAMES)) {
      assertThat(feed.pairs()).containsExactly(XBT);
      assertThat(feed.description()).contains("ignored ETHUSD_1.csv: no bar in the window");
    }
    refuses(
        Candles.between(T0 + 60, T0 + 120),
        "no file has a bar that starts at or after 2023-11-15T00:01:00Z before 2023-11-15T00:02:00Z");
  }

  @Test
  void refusesAWindowThatEndsBeforeItBegins() {
    assertThatIllegalArgumentException().isThrownBy(() -> Candles.between(120, 120));
  }

  @Test
  void countsAsRealUnlessItsWorldSaysSynthetic() {
    write("XBTUSD_1.csv");
    try (MarketFeed feed = Candles.open(folder)) {
      assertThat(feed.provenance()).isEqualTo(Provenance.REAL);
    }
    Candles.write(
        folder,
        "world.json",
        "{\"provenance\":\"SYNTHETIC\",\"description\":[\"a planted effect\"],\"seed\":7}");
    try (MarketFeed feed = Candles.open(folder)) {
      assertThat(feed.provenance()).isEqualTo(Provenance.SYNTHETIC);
      assertThat(feed.description()).first().isEqualTo("a planted effect");
    }
  }

  @Test
  void refusesAWorldThatCannotBeUnderstood() {
    write("XBTUSD_1.csv");
    Candles.write(folder, "world.json", "{\"provenance\":\"REAL\"}");
    refuses(CandleFolder.Selection.ALL, "world.json: provenance is 'REAL', expected SYNTHETIC");
    Candles.write(folder, "world.json", "{\"provenance\":");
    refuses(CandleFolder.Selection.ALL, "world.json: is not readable JSON");
  }
}
