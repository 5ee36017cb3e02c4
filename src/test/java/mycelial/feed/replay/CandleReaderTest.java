package mycelial.feed.replay;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static mycelial.feed.replay.Candles.T0;
import static mycelial.feed.replay.Candles.bar;
import static mycelial.feed.replay.Candles.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mycelial.feed.BadDataException;
import mycelial.market.Bar;
import mycelial.market.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CandleReaderTest {
  private static final String GOOD = flat(0, 5, 1) + "\n" + flat(1, 6, 2) + "\n";
  private static final String HEADER = "time,open,high,low,close,volume\n";

  @TempDir Path folder;

  private List<Bar> read(byte[] content) {
    Path path = Candles.write(folder, "XBTUSD_1.csv", content);
    List<Bar> bars = new ArrayList<>();
    try (CandleReader reader = CandleReader.open(Candles.file(path, 1))) {
      for (Bar bar = reader.next(); bar != null; bar = reader.next()) {
        bars.add(bar);
      }
    }
    return bars;
  }

  static Stream<Arguments> dialects() {
    return Stream.of(
        Arguments.of("plain", GOOD),
        Arguments.of("no line end at the end", GOOD.stripTrailing()),
        Arguments.of("CRLF", GOOD.replace("\n", "\r\n")),
        Arguments.of("CR", GOOD.replace("\n", "\r")),
        Arguments.of("byte order mark", "\uFEFF" + GOOD),
        Arguments.of("byte order mark and header", "\uFEFF" + HEADER + GOOD),
        Arguments.of("semicolons", GOOD.replace(',', ';')),
        Arguments.of("tabs", GOOD.replace(',', '\t')),
        Arguments.of("blanks around fields", GOOD.replace(",", " , ")),
        Arguments.of(
            "quotes", '"' + GOOD.strip().replace(",", "\",\"").replace("\n", "\"\n\"") + '"'),
        Arguments.of("blank lines at the end", GOOD + "\n  \r\n\n"),
        Arguments.of("header", HEADER + GOOD),
        Arguments.of("header in capitals", "Timestamp,Open,HIGH,Low,Close,Vol\n" + GOOD),
        Arguments.of("milliseconds", GOOD.replaceAll("(?m)^(\\d+)", "$1000")),
        Arguments.of("exponents", GOOD.replace(",5.0", ",5e0").replace(",6.0", ",0.6E+1")),
        Arguments.of("repetition", flat(0, 5, 1) + "\n" + GOOD),
        Arguments.of("fraction of a second that is none", GOOD.replaceAll("(?m)^(\\d+)", "$1.0")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void readsEveryDialect(String name, String content) {
    assertThat(read(content.getBytes(UTF_8))).as(name).containsExactly(bar(0, 5, 1), bar(1, 6, 2));
  }

  @ParameterizedTest(name = "{0}, packed")
  @MethodSource("dialects")
  void readsEveryDialectPackedWhateverTheNameSays(String name, String content) {
    assertThat(read(Candles.gzip(content.getBytes(UTF_8))))
        .as(name)
        .containsExactly(bar(0, 5, 1), bar(1, 6, 2));
  }

  @Test
  void readsColumnsInTheOrderOfTheHeader() {
    String content = "close,vwap,low,high,open,count,volume,date\n4,9,3,6,5,7,0.5," + T0 + "\n";
    assertThat(read(content.getBytes(UTF_8)))
        .containsExactly(new Bar(T0, Interval.MINUTE, 5, 6, 3, 4, 0.5, 7, Bar.Kind.TRADED));
  }

  private static Arguments bad(String content, String message) {
    return Arguments.of(content, message);
  }

  private static Arguments badSecond(String row, String message) {
    return bad(flat(0, 5, 1) + "\n" + row.replace("T", String.valueOf(T0 + 60)) + "\n", message);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        badSecond("T,100,100,101,100,1", "2:16: high 100.0 is below low 101.0"),
        badSecond("T,105,104,101,102,1", "2:12: open 105.0 is outside low 101.0 to high 104.0"),
        badSecond("T,102,104,101,100,1", "2:24: close 100.0 is outside low 101.0 to high 104.0"),
        badSecond("T,0,1,0,1,1", "2:12: open 0.0 is not a price above zero"),
        badSecond("T,1,1,-1,1,1", "2:16: low -1.0 is not a price above zero"),
        badSecond("T,1,1,1,1,-2", "2:20: volume -2.0 is negative"),
        badSecond("T,1,1,1,NaN,1", "2:18: close 'NaN' is not a finite number"),
        badSecond("T,1,Infinity,1,1,1", "2:14: high 'Infinity' is not a finite number"),
        badSecond("T,1,1e999,1,1,1", "2:14: high '1e999' is not a finite number"),
        badSecond("T,1,,1,1,1", "2:14: high is empty, expected a number"),
        badSecond("T,1,é,x,1,1", "2:14: high 'é' is not a finite number"),
        badSecond("T,1,\"1,5\",1,1,1", "2:15: high '1,5' has a decimal comma"),
        badSecond("T,1,\"2,1,1,1", "2:14: a quote is opened and not closed"),
        badSecond("T,1,\"2\"x,1,1,1", "2:17: text after a closing quote"),
        badSecond("T,1,1", "2:15: 3 fields, the first line has 6: the line is truncated"),
        badSecond("T,1,1,1,1,1,1", "2:22: 7 fields, the first line has 6: the line has too many"),
        badSecond("\nT,1,1,1,1,1", "2:1: a blank line between rows"),
        badSecond("yesterday,1,1,1,1,1", "2:1: time 'yesterday' is not a finite number"),
        badSecond("1700006461,1,1,1,1,1", "2:1: time 1700006461 is not the start of a bar"),
        badSecond(
            "T000,1,1,1,1,1", "2:1: time 1700006460000 is in milliseconds, the first row's in"),
        badSecond("1700006400,5,5,5,5,2", "2:1: time 1700006400 is in line 1 with other values"),
        badSecond(
            "1700006340,5,5,5,5,2", "2:1: time 1700006340 goes back from 1700006400 in line 1"),
        badSecond("1700006460.5,1,1,1,1,1", "2:1: time 1700006460.5 is not a whole number"),
        bad("", "1:1: the file is empty"),
        bad("\n\n", "1:1: the first line is blank"),
        bad(HEADER, "1:1: the file holds a header and no rows"),
        bad("time,open,high,close,volume\n", "1:1: the header does not name low (expected"),
        bad("vol,time,volume,open\n", "1:10: the header names vol and volume, which is meant?"),
        bad(
            "60,1,1,1,1,1\n",
            "1:1: time 60 is before 1973 if it counts seconds; expected seconds or"),
        bad("17000064000,1,1,1,1,1", "1:1: time 17000064000 is neither seconds"),
        bad("1700006400000000,1,1,1,1,1", "time 1700006400000000 looks like microseconds"),
        bad("1700006400000000000,1,1,1,1,1", "looks like nanoseconds"),
        bad("1700006400,1,1,1,1", "1:19: 5 fields and no header, expected 6 or 7"),
        bad("1700006400,1,1,1,1,1,1,1", "1:24: 8 fields and no header, expected 6 or 7"),
        bad("1700006400;35,5;36;35;36;1", "1:12: open '35,5' has a decimal comma"),
        bad("1700006400,1,1,1,1,1,-3", "1:22: trades -3 is not a whole number of zero or more"),
        bad("1700006400,1,1,1,1,1,2.5", "1:22: trades 2.5 is not a whole number of zero or more"),
        bad("1,".repeat(80), "1:129: more than 64 fields in a line"),
        bad("x".repeat(70_000), "1:1: the line is longer than 64 KiB"),
        badSecond("9".repeat(70_000), "2:1: the line is longer than 64 KiB"),
        bad("a\0b", "1:1: the file is UTF-16 or binary"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("refused")
  void refusesNamingFileLineColumnAndReason(String content, String message) {
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> read(content.getBytes(UTF_8)))
        .withMessageStartingWith("XBTUSD_1.csv:")
        .withMessageContaining(message);
  }

  @Test
  void refusesUtf16() {
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> read(("\uFEFF" + GOOD).getBytes(UTF_16LE)))
        .withMessage(
            "XBTUSD_1.csv:1:1: the file is UTF-16 or binary; save it as plain text in UTF-8");
  }

  @Test
  void refusesAPackedFileThatIsCutOff() {
    byte[] packed = Candles.gzip(GOOD.getBytes(UTF_8));
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> read(Arrays.copyOf(packed, packed.length - 12)))
        .withMessageStartingWith("XBTUSD_1.csv: cannot be read to its end: ");
  }

  @Test
  void countsRepetitionsAndRows() {
    Path path =
        Candles.write(
            folder, "XBTUSD_1.csv", flat(0, 5, 1), flat(0, 5, 1), flat(1, 6, 1), flat(1, 6, 1));
    try (CandleReader reader = CandleReader.open(Candles.file(path, 1))) {
      while (reader.next() != null) {
        assertThat(reader.rows()).isPositive();
      }
      assertThat(reader.rows()).isEqualTo(4);
      assertThat(reader.duplicates()).isEqualTo(2);
    }
  }

  @Test
  void readsLinesThatCrossItsBuffer() {
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      content.append(flat(i, 5 + i % 7, 1)).append(i % 3 == 0 ? "\r\n" : i % 3 == 1 ? "\r" : "\n");
    }
    assertThat(read(content.toString().getBytes(UTF_8)))
        .hasSize(20_000)
        .last()
        .isEqualTo(bar(19_999, 5 + 19_999 % 7, 1));
  }
}
