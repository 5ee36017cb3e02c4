package mycelial.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
final class BarTest {
  private static Bar bar(double open, double high, double low, double close, double volume) {
    return new Bar(60, Interval.MINUTE, open, high, low, close, volume, 1, Bar.Kind.TRADED);
  }

  @Test
  void isKnownAtItsEnd() {
    assertThat(bar(2, 3, 1, 2, 5).end()).isEqualTo(120);
  }

  @Test
  void refusesACloseAboveTheHigh() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bar(2, 3, 1, 3.5, 5))
        .withMessage("close 3.5 is outside low 1.0 to high 3.0");
  }

  @Test
  void refusesAHighBelowTheLow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bar(2, 1, 3, 2, 5))
        .withMessageContaining("is below low");
  }

  @Test
  void refusesPricesThatAreNone() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> bar(bad, 3, 1, 2, 5))
          .withMessageStartingWith("open");
    }
  }

  @Test
  void refusesAStartOffTheGrid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bar(61, Interval.MINUTE, 1, 1, 1, 1, 0, 0, Bar.Kind.TRADED))
        .withMessageContaining("multiple of 60");
  }

  @Test
  void carriesTheLastCloseWhenQuiet() {
    Bar quiet = Bar.quiet(120, Interval.MINUTE, 2);
    assertThat(quiet.isQuiet()).isTrue();
    assertThat(quiet.volume()).isZero();
    assertThat(quiet.high()).isEqualTo(2);
  }
}
