package mycelial.feed.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static mycelial.feed.replay.Candles.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mycelial.feed.BadDataException;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SignalReaderTest {
  private static final String HEADER = "timestamp,channel,field,value\n";
  private static final String SEEN = "timestamp,channel,field,value,seen\n";
  private static final MoatTarget PYTHON = MoatTarget.of("repo-data:Python");
  private static final String ROW = T0 + ",repo-data:Python,stars,1.5\n";
  private static final String GOOD = HEADER + ROW + (T0 + 60) + ",corp-data:Tech,mood,-2\n";

  @TempDir Path folder;

  private List<MoatSignal> read(byte[] content) {
    Path path = Candles.write(folder, "signals.csv", content);
    List<MoatSignal> signals = new ArrayList<>();
    try (SignalReader reader = SignalReader.open(new DataFile(path))) {
      for (MoatSignal signal = reader.next(); signal != null; signal = reader.next()) {
        signals.add(signal);
      }
    }
    return signals;
  }

  private List<MoatSignal> read(String content) {
    return read(content.getBytes(UTF_8));
  }

  static Stream<Arguments> dialects() {
    return Stream.of(
        Arguments.of("plain", GOOD),
        Arguments.of("no line end at the end", GOOD.stripTrailing()),
        Arguments.of("CRLF", GOOD.replace("\n", "\r\n")),
        Arguments.of("byte order mark", "\uFEFF" + GOOD),
        Arguments.of("tabs", GOOD.replace(',', '\t')),
        Arguments.of("blanks around fields", GOOD.replace(",", " , ")),
        Arguments.of("header in capitals", GOOD.replace("channel", "Channel")),
        Arguments.of("milliseconds", GOOD.replaceAll("(?m)^(\\d+)", "$1000")),
        Arguments.of("repetition", GOOD.replace(ROW, ROW + ROW)),
        Arguments.of(
            "other order of columns",
            "value,field,channel,timestamp\n1.5,stars,repo-data:Python,"
                + T0
                + "\n-2,mood,corp-data:Tech,"
                + (T0 + 60)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void readsEveryDialectPackedOrNot(String name, String content) {
    List<MoatSignal> expected =
        List.of(
            MoatSignal.at(T0, PYTHON, "stars", 1.5),
            MoatSignal.at(T0 + 60, MoatTarget.of("corp-data:Tech"), "mood", -2));

    assertThat(read(content)).as(name).isEqualTo(expected);
    assertThat(read(Candles.gzip(content.getBytes(UTF_8)))).as(name).isEqualTo(expected);
  }

  @Test
  void tellsWhenASignalBecameKnownWhereTheFileSaysSo() {
    assertThat(read(SEEN + T0 + ",repo-data:Python,stars,1," + (T0 + 90)))
        .containsExactly(new MoatSignal(PYTHON, "stars", 1, T0, T0 + 90));
  }

  @Test
  void neverRoundsTheTimeAtWhichSomethingBecameKnownDown() {
    assertThat(read(SEEN + T0 + "999,repo-data:Python,stars,1," + (T0 + 9) + "001"))
        .containsExactly(new MoatSignal(PYTHON, "stars", 1, T0, T0 + 10));
  }

  @Test
  void takesARevisionThatBecameKnownLater() {
    assertThat(
            read(
                SEEN
                    + T0
                    + ",repo-data:Python,stars,1,"
                    + (T0 + 90)
                    + "\n"
                    + T0
                    + ",repo-data:Python,stars,2,"
                    + (T0 + 120)))
        .extracting(MoatSignal::value)
        .containsExactly(1.0, 2.0);
  }

  private static Arguments bad(String row, String message) {
    return Arguments.of(HEADER + row, message);
  }

  private static Arguments second(String row, String message) {
    return Arguments.of(HEADER + ROW + row, message);
  }

  static Stream<Arguments> refused() {
    String later = T0 + 60 + ",repo-data:Python,stars,";
    return Stream.of(
        Arguments.of("", "1:1: the file is empty, expected rows of signals"),
        Arguments.of(HEADER, "1:1: the file holds a header and no rows, expected rows of signals"),
        Arguments.of(ROW, "1:1: the header names '" + T0 + "', expected timestamp,channel"),
        Arguments.of("timestamp,channel,field\n", "1:1: the header does not name value"),
        Arguments.of("timestamp,channel,field,value,source\n", "1:31: the header names 'source'"),
        Arguments.of("timestamp,channel,field,value,value\n", "1:31: the header names value twice"),
        bad("x,repo-data:Python,stars,1", "2:1: timestamp 'x' is not a finite number"),
        bad("12,repo-data:Python,stars,1", "2:1: timestamp 12 is before 1973"),
        bad(T0 + ".5,repo-data:Python,stars,1", "2:1: timestamp 1700006400.5 is not a whole"),
        bad(T0 + ",market-data:XXBTZUSD,close,1", "2:12: market-data is no moat's channel"),
        bad(T0 + ",weather-data:Rome,rain,1", "2:12: unknown channel 'weather-data:Rome'"),
        bad(T0 + ",repo-data:,stars,1", "2:12: '' cannot name a target"),
        bad(T0 + ",repo-data:a b,stars,1", "2:12: 'a b' cannot name a target"),
        bad(T0 + "," + "x".repeat(5000) + ",stars,1", "2:12: unknown channel 'xxxxx"),
        bad(T0 + ",repo-data:Python,,1", "2:29: field '' is not a name"),
        bad(T0 + ",repo-data:Python,*,1", "2:29: field '*' is not a name"),
        bad(T0 + ",repo-data:Python,stars,NaN", "2:35: value 'NaN' is not a finite number"),
        bad(T0 + ",repo-data:Python,stars,1e999", "2:35: value '1e999' is not a finite number"),
        bad(T0 + ",repo-data:Python,stars,", "2:35: value is empty"),
        bad(T0 + ",repo-data:Python,stars", "2:34: 3 fields, the header has 4: the line is trunc"),
        bad(T0 + ",repo-data:Python,stars,1,2", "2:37: 5 fields, the header has 4: the line has"),
        second(T0 - 1 + ",corp-data:Tech,mood,1", "3:1: time 1700006399 goes back from 1700006400"),
        second(T0 + ",repo-data:Python,stars,1.6", "3:1: repo-data:Python stars of 1700006400 is"),
        second("\n" + later + "1", "3:1: a blank line between rows"),
        second(T0 + "000,repo-data:Python,stars,2", "3:1: timestamp 1700006400000 is in millis"),
        Arguments.of(
            SEEN + T0 + ",repo-data:Python,stars,1," + (T0 - 1),
            "2:37: seen 1700006399 is before the timestamp 1700006400"),
        Arguments.of("a\0b", "1:1: the file is UTF-16 or binary"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("refused")
  void refusesNamingFileLineColumnAndReason(String content, String message) {
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> read(content))
        .withMessageStartingWith("signals.csv:")
        .withMessageContaining(message);
  }

  @Test
  void refusesMoreSeriesThanItCanRemember() {
    StringBuilder content = new StringBuilder(HEADER);
    for (int i = 0; i <= SignalReader.MOST_SERIES; i++) {
      content.append(T0).append(",repo-data:Python,f").append(i).append(",1\n");
    }
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> read(content.toString()))
        .withMessage("signals.csv:1002:1: more than 1000 series (channels with a field) in a file");
  }

  @Test
  void countsRowsAndRepetitions() {
    Path path = Candles.write(folder, "signals.csv", (HEADER + ROW + ROW + ROW).getBytes(UTF_8));
    try (SignalReader reader = SignalReader.open(new DataFile(path))) {
      assertThat(reader.next()).isNotNull();
      assertThat(reader.next()).isNull();
      assertThat(reader.rows()).isEqualTo(3);
      assertThat(reader.duplicates()).isEqualTo(2);
    }
  }
}
