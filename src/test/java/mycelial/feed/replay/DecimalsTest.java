package mycelial.feed.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalsTest {
  private static double parse(String text) {
    byte[] bytes = ("x" + text + "9").getBytes(ISO_8859_1);
    return Decimals.parse(bytes, 1, bytes.length - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "+1",
        "007",
        "35000.5",
        "0.00000001",
        ".5",
        "5.",
        "1e5",
        "1E-7",
        "2.5e+3",
        "9007199254740993",
        "123456789012345678901234567890",
        "0.1234567890123456789012345678",
        "1e400",
        "-1e-400",
        "0.30000000000000004",
        "4503599627370497.5"
      })
  void readsWhatJavaReads(String text) {
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "-.",
        "1.2.3",
        "1,5",
        "NaN",
        "Infinity",
        "1d",
        "0x1p3",
        "1e",
        "e5",
        "1e5.0",
        " 1",
        "1 ",
        "--1",
        "1-",
        "\u00b2"
      })
  void refusesWhatIsNoDecimal(String text) {
    assertThat(parse(text)).isNaN();
  }

  @Test
  void readsEveryDecimalAsJavaDoes() {
    qt().withExamples(20_000)
        .forAll(longs().all(), integers().between(0, 25), integers().between(0, 40))
        .checkAssert((digits, scale, shift) -> {
          String text = new BigDecimal((digits >> shift) + "e-" + scale).toPlainString();
          assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
        });
  }
}
