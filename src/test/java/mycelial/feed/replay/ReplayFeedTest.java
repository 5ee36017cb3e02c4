package mycelial.feed.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static mycelial.feed.replay.Candles.ETH;
import static mycelial.feed.replay.Candles.T0;
import static mycelial.feed.replay.Candles.XBT;
import static mycelial.feed.replay.Candles.bar;
import static mycelial.feed.replay.Candles.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import mycelial.feed.BadDataException;
import mycelial.feed.ListFeed;
import mycelial.feed.MarketFeed;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Quote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayFeedTest {
  @TempDir Path folder;

  private static MarketUpdate update(
      long minute, @Nullable Bar closed, @Nullable Double open, boolean gap) {
    Quote quote = open == null ? null : new Quote(T0 + 60 * minute, open);
    return new MarketUpdate(XBT, closed, quote, gap);
  }

  private static Bar quiet(long minute, double price) {
    return Bar.quiet(T0 + 60 * minute, Interval.MINUTE, price);
  }

  private ListFeed drain() {
    return Candles.drain(folder, CandleFolder.Selection.ALL);
  }

  private List<Bar> closed() {
    return drain().remaining(XBT).stream()
        .map(MarketUpdate::closed)
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  void announcesTheOpenAtTheStartAndTheBarAtTheEnd() {
    Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1), flat(1, 6, 1));
    assertThat(drain().remaining(XBT))
        .containsExactly(
            update(0, null, 5.0, false),
            update(1, bar(0, 5, 1), 6.0, false),
            update(2, bar(1, 6, 1), null, false));
  }

  @Test
  void fillsASilenceWithQuietBarsThatCarryNoQuote() {
    Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1), flat(3, 6, 1));
    assertThat(drain().remaining(XBT))
        .containsExactly(
            update(0, null, 5.0, false),
            update(1, bar(0, 5, 1), null, false),
            update(2, quiet(1, 5), null, false),
            update(3, quiet(2, 5), 6.0, false),
            update(4, bar(3, 6, 1), null, false));
  }

  @Test
  void fillsAnHourOfSilenceWhole() {
    Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1), flat(61, 6, 1));
    assertThat(closed()).hasSize(62).element(60).isEqualTo(quiet(60, 5));
    assertThat(drain().remaining(XBT)).noneMatch(MarketUpdate::gap);
  }

  @Test
  void marksAGapAfterMoreThanAnHour() {
    Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1), flat(62, 6, 1), flat(63, 6, 1));
    List<MarketUpdate> updates = drain().remaining(XBT);
    assertThat(closed()).hasSize(63).element(60).isEqualTo(quiet(60, 5));
    assertThat(updates.stream().filter(MarketUpdate::gap))
        .containsExactly(update(63, bar(62, 6, 1), 6.0, true));
  }

  @Test
  void fillsOneMissingHourOfHourlyBarsAndNoDay() {
    Candles.write(folder, "XBTUSD_60.csv", flat(0, 5, 1), flat(120, 6, 1), flat(300, 7, 1));
    assertThat(closed().stream().map(Bar::isQuiet))
        .containsExactly(false, true, false, true, false);
    assertThat(drain().remaining(XBT).stream().filter(MarketUpdate::gap)).hasSize(1);
  }

  @Test
  void takesAFlatRowWithoutVolumeForAMissingOne() throws IOException {
    Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1), flat(1, 5, 0), flat(2, 6, 0));
    List<MarketUpdate> written = drain().remaining(XBT);
    Files.delete(folder.resolve("XBTUSD_1.csv"));
    Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1), flat(2, 6, 0));
    assertThat(written).isEqualTo(drain().remaining(XBT));
    assertThat(closed()).containsExactly(bar(0, 5, 1), quiet(1, 5), bar(2, 6, 0));
  }

  @Test
  void takesAFlatRowWithTradesForTraded() {
    Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1) + ",3", flat(1, 5, 0) + ",1");
    assertThat(closed()).noneMatch(Bar::isQuiet).hasSize(2);
  }

  @Test
  void keepsPairsInOrderAndLeavesOutThoseWithNothingToTell() {
    Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1), flat(1, 6, 1));
    Candles.write(folder, "ETHUSD_1.csv", flat(1, 2, 1));
    ListFeed feed = drain();
    assertThat(feed.pairs()).containsExactly(ETH, XBT);
    assertThat(feed.next()).extracting(MarketUpdate::pair).containsExactly(XBT);
    assertThat(feed.next()).extracting(MarketUpdate::pair).containsExactly(ETH, XBT);
  }

  @Test
  void deliversAllThatStandsBeforeABadRow() {
    Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1), flat(1, 6, 1), flat(2, 7, -1));
    try (MarketFeed feed = Candles.open(folder)) {
      assertThat(feed.next()).containsExactly(update(0, null, 5.0, false));
      assertThat(feed.next()).containsExactly(update(1, bar(0, 5, 1), 6.0, false));
      assertThat(feed.next()).containsExactly(update(2, bar(1, 6, 1), null, false));
      assertThat(feed.nextTime()).isPresent();
      assertThatExceptionOfType(BadDataException.class)
          .isThrownBy(feed::next)
          .withMessage("XBTUSD_1.csv:3:28: volume -1.0 is negative");
    }
  }

  @Test
  void refusesAFileThatChangesWhileItIsRead() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      rows.append(flat(i, 5, 1)).append('\n');
    }
    Path file = Candles.write(folder, "XBTUSD_1.csv", rows.toString().getBytes(UTF_8));
    try (MarketFeed feed = Candles.open(folder)) {
      feed.next();
      Files.writeString(file, flat(10_000, 5, 1) + "\n", UTF_8, StandardOpenOption.APPEND);
      assertThatExceptionOfType(BadDataException.class)
          .isThrownBy(() -> ListFeed.drain(feed))
          .withMessageStartingWith("XBTUSD_1.csv: the file changed while it was read");
    }
  }

  @Test
  void knowsItsEndsBeforeItIsRead() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      rows.append(flat(i, 5, 1)).append('\n');
    }
    byte[] plain = rows.toString().getBytes(UTF_8);
    for (byte[] content : List.of(plain, Candles.gzip(plain))) {
      Candles.write(folder, "XBTUSD_1.csv", content);
      for (long minutes : new long[] {1, 2, 77, 5_000, 9_998, 9_999, 10_000, 20_000}) {
        CandleFolder.Selection window = Candles.between(T0 + 60, T0 + 60 + 60 * minutes);
        try (MarketFeed feed = CandleFolder.open(folder, window, Candles.NAMES)) {
          assertThat(feed.firstTime()).isEqualTo(T0 + 60);
          assertThat(feed.lastTime()).isEqualTo(T0 + 60 + 60 * Math.min(minutes, 9_999));
          assertThat(ListFeed.drain(feed).lastTime()).isEqualTo(feed.lastTime());
        }
      }
    }
  }

  @Test
  void findsTheLastTradeFarBeforeTheEndOfTheFile() {
    StringBuilder rows = new StringBuilder(flat(0, 5, 1)).append('\n');
    for (int i = 1; i < 90_000; i++) {
      rows.append(flat(i, 5, 0)).append('\n');
    }
    Candles.write(folder, "XBTUSD_1.csv", rows.toString().getBytes(UTF_8));
    try (MarketFeed feed = Candles.open(folder)) {
      assertThat(feed.lastTime()).isEqualTo(T0 + 61 * 60);
      assertThat(ListFeed.drain(feed).lastTime()).isEqualTo(T0 + 61 * 60);
    }
  }

  @Test
  void countsTheFirstRowOfTheWindowAsTradedThoughItIsFlat() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 90_000; i++) {
      rows.append(flat(i, 5, 0)).append('\n');
    }
    Candles.write(folder, "XBTUSD_1.csv", rows.toString().getBytes(UTF_8));
    CandleFolder.Selection window = Candles.between(T0 + 600, Long.MAX_VALUE);
    try (MarketFeed feed = CandleFolder.open(folder, window, Candles.NAMES)) {
      assertThat(feed.firstTime()).isEqualTo(T0 + 600);
      assertThat(feed.lastTime()).isEqualTo(T0 + 600 + 61 * 60);
      assertThat(ListFeed.drain(feed).lastTime()).isEqualTo(feed.lastTime());
    }
  }
}
