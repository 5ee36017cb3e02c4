package mycelial.feed.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static mycelial.feed.replay.Candles.NAMES;
import static mycelial.feed.replay.Candles.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mycelial.feed.BadDataException;
import mycelial.feed.replay.CandleArchive.Imported;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CandleArchiveTest {
  @TempDir Path folder;
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private Path out = Path.of("");

  @BeforeEach
  void place() {
    out = folder.resolve("candles");
  }

  private void entry(String name, String... rows) {
    entries.put(name, (String.join("\n", rows) + "\n").getBytes(UTF_8));
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private Path archive() throws IOException {
    return Files.write(folder.resolve("Kraken_OHLCVT.zip"), zip(entries));
  }

  private Imported into(CandleArchive archive) {
    return archive.into(
        CandleStore.open(out, NAMES),
        NAMES,
        (pair, interval) -> interval.minutes() == 1,
        Overlap.REFUSE,
        (done, all, name) -> {});
  }

  private Imported imported() throws IOException {
    return into(CandleArchive.of(archive()));
  }

  private void assertRefused(String... words) throws IOException {
    CandleArchive archive = CandleArchive.of(archive());
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> into(archive))
        .satisfies(bad -> assertThat(bad.getMessage()).contains(words).doesNotContain("\n"));
    assertNothingLeftBehind();
  }

  private void assertNothingLeftBehind() throws IOException {
    try (Stream<Path> all = Files.list(out)) {
      assertThat(all).isEmpty();
    }
  }

  @Test
  void takesWhatIsWantedWhereverItStands() throws IOException {
    entry("XBTUSD_1.csv", flat(0, 5, 1), flat(1, 5, 1));
    entry("deep/er/ETHUSD_1.csv", flat(0, 5, 1));
    entry("deep/er/ETHUSD_5.csv", flat(0, 5, 1));
    entry("deep/0XUSD_1.csv", flat(0, 5, 1));
    entry("__MACOSX/._XBTUSD_1.csv", "not candles");
    entry("README.txt", "not candles");

    Imported imported = imported();

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.files())
        .containsExactly(
            new CandleStore.Merged(out.resolve("ETHUSD_1.csv"), 1, 0, 0, 1),
            new CandleStore.Merged(out.resolve("XBTUSD_1.csv"), 2, 0, 0, 2));
    try (Stream<Path> all = Files.list(out)) {
      assertThat(all).hasSize(2);
    }
  }

  @Test
  void aQuarterGoesOnWhereTheWholeHistoryEnds() throws IOException {
    entry("XBTUSD_1.csv", flat(0, 5, 1), flat(1, 5, 1));
    imported();
    entries.clear();
    entry("Q1/XBTUSD_1.csv", flat(1, 5, 1), flat(2, 5, 1));

    assertThat(imported().files())
        .containsExactly(new CandleStore.Merged(out.resolve("XBTUSD_1.csv"), 1, 1, 0, 3));
    assertThat(imported().files())
        .containsExactly(new CandleStore.Merged(out.resolve("XBTUSD_1.csv"), 0, 2, 0, 3));
  }

  @Test
  void aConflictIsNamedAndKeepsNoOtherFileOut() throws IOException {
    Files.createDirectories(out);
    Path there = Candles.write(out, "XBTUSD_1.csv", flat(0, 6, 1));
    entry("XBTUSD_1.csv", flat(0, 5, 1));
    entry("SOLUSD_1.csv", flat(0, 5, 1));

    Imported imported = imported();

    assertThat(imported.files()).hasSize(1);
    assertThat(imported.errors())
        .singleElement()
        .asString()
        .startsWith("Kraken_OHLCVT.zip: XBTUSD_1.csv: 1 bar(s)");
    assertThat(there).hasContent(flat(0, 6, 1) + "\n");
  }

  @Test
  void candlesThatCannotBeRightAreNotImported() throws IOException {
    entry("XBTUSD_1.csv", flat(0, 5, 1), flat(1, -5, 1));

    Imported imported = imported();

    assertThat(imported.files()).isEmpty();
    assertThat(imported.errors())
        .singleElement()
        .asString()
        .startsWith("Kraken_OHLCVT.zip: XBTUSD_1.csv:2:");
    assertNothingLeftBehind();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../XBTUSD_1.csv",
        "a/../../XBTUSD_1.csv",
        "/etc/XBTUSD_1.csv",
        "C:\\XBTUSD_1.csv",
        "..\\XBTUSD_1.csv"
      })
  void anEntryThatPointsOutsideSpoilsTheArchive(String name) throws IOException {
    entry("SOLUSD_1.csv", flat(0, 5, 1));
    entry(name, flat(0, 5, 1));

    assertRefused("points outside of the archive");
    assertThat(folder.resolve("XBTUSD_1.csv")).doesNotExist();
  }

  @Test
  void anEntryThatUnpacksToFarTooMuchIsGivenUp() throws IOException {
    entries.put("XBTUSD_1.csv", new byte[20_000_000]);
    entry("SOLUSD_1.csv", flat(0, 5, 1));

    Imported byRatio = imported();
    Imported bySize =
        into(new CandleArchive(archive(), new CandleArchive.Limits(1_000_000, 1_000_000)));

    assertThat(byRatio.errors())
        .singleElement()
        .asString()
        .contains("XBTUSD_1.csv unpacks to more");
    assertThat(bySize.errors()).singleElement().asString().contains("more than 1000000 bytes");
    assertThat(out.resolve("XBTUSD_1.csv")).doesNotExist();
    assertThat(out.resolve("SOLUSD_1.csv")).exists();
  }

  @Test
  void aPairThatStandsInTwoPlacesIsRefused() throws IOException {
    entry("a/XBTUSD_1.csv", flat(0, 5, 1));
    entry("b/XXBTZUSD_1.csv", flat(0, 5, 1));

    assertRefused("a/XBTUSD_1.csv and b/XXBTZUSD_1.csv are both XXBTZUSD of 1 min");
  }

  @Test
  void anArchiveWithoutAnythingWantedSaysSo() throws IOException {
    entry("0XUSD_1.csv", flat(0, 5, 1));

    assertRefused("Kraken_OHLCVT.zip: has no candles of the pairs and intervals wanted");
  }

  @Test
  void aCutArchiveIsOneSentenceWhereverItIsCut() throws IOException {
    entry("XBTUSD_1.csv", flat(0, 5, 1), flat(1, 5, 1));
    byte[] whole = zip(entries);
    for (int length = 0; length < whole.length; length += 7) {
      Path cut = folder.resolve("cut.zip");
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatExceptionOfType(BadDataException.class)
          .isThrownBy(() -> into(CandleArchive.of(cut)))
          .withMessageContaining("cut.zip: is not a whole ZIP archive");
    }
    assertNothingLeftBehind();
  }

  /** A changed byte is either noticed or was one of those that mean nothing. */
  @Test
  void aDamagedByteNeverChangesACandle() throws IOException {
    entry("XBTUSD_1.csv", flat(0, 5, 1), flat(1, 5, 1));
    byte[] whole = zip(entries);
    imported();
    byte[] right = Files.readAllBytes(out.resolve("XBTUSD_1.csv"));
    for (int i = 0; i < whole.length; i++) {
      Files.delete(out.resolve("XBTUSD_1.csv"));
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;
      try {
        into(CandleArchive.of(Files.write(folder.resolve("bad.zip"), damaged)));
      } catch (BadDataException noticed) {
        assertThat(noticed.getMessage()).startsWith("bad.zip: ").doesNotContain("\n");
      }
      if (Files.exists(out.resolve("XBTUSD_1.csv"))) {
        assertThat(out.resolve("XBTUSD_1.csv")).hasBinaryContent(right);
      } else {
        Files.write(out.resolve("XBTUSD_1.csv"), right);
      }
    }
  }

  @Test
  void somethingElseThanAnArchiveIsOneSentence() throws IOException {
    Path text = Files.writeString(folder.resolve("Kraken_OHLCVT.zip"), "<html>sign in</html>");

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> into(CandleArchive.of(text)))
        .withMessageContaining("is not a whole ZIP archive");
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> into(CandleArchive.of(folder.resolve("none.zip"))))
        .withMessageContaining("does not exist");
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> into(CandleArchive.of(folder)))
        .withMessageContaining("is not a file");
  }
}
