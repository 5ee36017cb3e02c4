package mycelial.feed.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static mycelial.feed.replay.Candles.NAMES;
import static mycelial.feed.replay.Candles.T0;
import static mycelial.feed.replay.Candles.XBT;
import static mycelial.feed.replay.Candles.bar;
import static mycelial.feed.replay.Candles.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mycelial.feed.BadDataException;
import mycelial.market.Bar;
import mycelial.market.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CandleStoreTest {
  @TempDir Path folder;

  private CandleStore.Merged merge(Overlap overlap, Bar... bars) {
    return CandleStore.open(folder, NAMES)
        .merge(XBT, Interval.MINUTE, "XBTUSD", List.of(bars), overlap);
  }

  @Test
  void beginsAFileInKrakensForm() {
    var whole =
        new Bar(T0, Interval.MINUTE, 16541.2, 1e5, 0.00001234, 16541, 12.5, 7, Bar.Kind.TRADED);

    CandleStore.Merged merged = merge(Overlap.REFUSE, whole);

    assertThat(merged)
        .isEqualTo(new CandleStore.Merged(folder.resolve("XBTUSD_1.csv"), 1, 0, 0, 1));
    assertThat(merged.path()).hasContent("1700006400,16541.2,100000,0.00001234,16541,12.5,7\n");
  }

  @Test
  void putsRowsBetweenThoseThatAreThereWithoutRepeatingAny() {
    Path file =
        Candles.write(folder, "XXBTZUSD_1.csv", flat(1, 5, 1), flat(3, 5, 1), flat(5, 5, 1));

    CandleStore.Merged merged =
        merge(Overlap.REFUSE, bar(0, 5, 1), bar(3, 5, 1), bar(4, 5, 1), bar(6, 5, 1));

    assertThat(merged).isEqualTo(new CandleStore.Merged(file, 3, 1, 0, 6));
    assertThat(Candles.open(folder).firstTime()).isEqualTo(T0);
    assertThat(CandleStore.open(folder, NAMES).span(XBT, Interval.MINUTE))
        .contains(new CandleStore.Span(T0, T0 + 360));
  }

  @Test
  void refusesDifferentValuesAndLeavesTheFileAsItIs() throws IOException {
    Path file = Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1), flat(1, 5, 1));
    byte[] before = Files.readAllBytes(file);

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> merge(Overlap.REFUSE, bar(1, 6, 1), bar(2, 6, 1)))
        .withMessageContaining("XBTUSD_1.csv: 1 bar(s) that come in differ")
        .withMessageContaining("2023-11-15T00:01:00Z has open 5.0 and 6.0")
        .withMessageContaining("--overlap");
    assertThat(file).hasBinaryContent(before);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void letsOneSideCountWhereThatIsAskedFor() {
    Path file = Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1));

    CandleStore.Merged kept = merge(Overlap.KEEP, bar(0, 6, 1), bar(1, 6, 1));
    assertThat(kept).isEqualTo(new CandleStore.Merged(file, 1, 0, 1, 2));
    assertThat(file).content().startsWith(T0 + ",5,5,5,5,1,0\n");

    CandleStore.Merged replaced = merge(Overlap.REPLACE, bar(0, 6, 1));
    assertThat(replaced).isEqualTo(new CandleStore.Merged(file, 0, 0, 1, 2));
    assertThat(file).content().startsWith(T0 + ",6,6,6,6,1,0\n");
  }

  @Test
  void takesACountOfTradesThatWasNotThere() {
    Path file = Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1));
    Bar counted = new Bar(T0, Interval.MINUTE, 5, 5, 5, 5, 1, 9, Bar.Kind.TRADED);

    assertThat(merge(Overlap.REFUSE, counted, bar(1, 5, 1)).agreeing()).isEqualTo(1);

    assertThat(file).content().startsWith(T0 + ",5,5,5,5,1,9\n");
  }

  @Test
  void doesNotTouchAFileToWhichNothingIsNew() {
    Path file =
        Candles.write(folder, "XBTUSD_1.csv", "time,open,high,low,close,vol", flat(0, 5, 1));

    assertThat(merge(Overlap.REFUSE, bar(0, 5, 1)).added()).isZero();

    assertThat(file).content().startsWith("time,open");
  }

  @Test
  void keepsAPackedFilePacked() {
    Path file =
        Candles.write(
            folder, "XBTUSD_1.csv.gz", Candles.gzip((flat(0, 5, 1) + "\n").getBytes(UTF_8)));

    assertThat(merge(Overlap.REFUSE, bar(1, 5, 1)).path()).isEqualTo(file);

    assertThat(CandleFolder.survey(folder, NAMES).files())
        .singleElement()
        .satisfies(found -> assertThat(found.rows()).isEqualTo(2));
    assertThat(file).binaryContent().startsWith(0x1f, 0x8b);
  }

  @Test
  void doesNotMixRealCandlesWithAGeneratedMarket() {
    Candles.write(folder, "world.json", "{\"provenance\": \"SYNTHETIC\"}");

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> CandleStore.open(folder, NAMES))
        .withMessageContaining("generated market");
  }

  @Test
  void coversNothingWithoutAFile() {
    assertThat(CandleStore.open(folder.resolve("new"), NAMES).span(XBT, Interval.HOUR)).isEmpty();
    assertThat(folder.resolve("new")).isDirectory();
  }
}
