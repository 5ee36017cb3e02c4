package mycelial.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;

import org.junit.jupiter.api.Test;

final class DecimalTest {
  private static String text(double value, int decimals) {
    StringBuilder text = new StringBuilder();
    Decimal.append(text, value, decimals);
    return text.toString();
  }

  @Test
  void readsBackAsTheSameDouble() {
    qt().forAll(doubles().between(0, 1e9), integers().between(0, Decimal.MOST_DECIMALS))
        .check((value, decimals) -> {
          double rounded = Decimal.round(value, decimals);
          return Double.parseDouble(text(rounded, decimals)) == rounded;
        });
  }

  @Test
  void writesAllDecimals() {
    assertThat(text(0, 2)).isEqualTo("0.00");
    assertThat(text(0.05, 2)).isEqualTo("0.05");
    assertThat(text(93500.1, 1)).isEqualTo("93500.1");
    assertThat(text(7, 0)).isEqualTo("7");
    assertThat(text(0.00000012, 8)).isEqualTo("0.00000012");
  }

  @Test
  void writesVolumesTooBigForExactTicks() {
    double volume = 123_456_789_012.25;
    assertThat(text(volume, 8)).isEqualTo("123456789012.25000000");
  }
}
