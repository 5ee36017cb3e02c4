package mycelial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RollingQuantileTest {
  private static final double[] LEVELS = {0.01, 0.05, 0.07, 0.3, 0.5, 0.9, 0.99, 1};

  @Test
  void equalsSortingTheWindowAtEveryStep() {
    qt().withFixedSeed(7)
        .withExamples(300)
        .forAll(
            integers().between(1, 40),
            lists().of(integers().between(-20, 20)).ofSizeBetween(1, 200))
        .checkAssert(RollingQuantileTest::compareWithSorting);
  }

  private static void compareWithSorting(int window, List<Integer> values) {
    RollingQuantile quantile = new RollingQuantile(window, 1);
    for (int i = 0; i < values.size(); i++) {
      quantile.add(values.get(i));
      double[] sorted =
          values.subList(Math.max(0, i + 1 - window), i + 1).stream()
              .mapToDouble(Integer::doubleValue)
              .sorted()
              .toArray();
      assertThat(quantile.size()).isEqualTo(sorted.length);
      for (double level : LEVELS) {
        assertThat(quantile.quantile(level)).isEqualTo(smallestCovering(sorted, level));
      }
    }
  }

  private static double smallestCovering(double[] sorted, double level) {
    for (int i = 0; i < sorted.length; i++) {
      if (i + 1 >= level * sorted.length - 1e-9) {
        return sorted[i];
      }
    }
    throw new AssertionError("level " + level);
  }

  @Test
  void takesTheSmallestValueThatCoversTheLevel() {
    RollingQuantile quantile = new RollingQuantile(100, 1);
    for (int i = 100; i >= 1; i--) {
      quantile.add(i);
    }
    assertThat(quantile.quantile(0.07)).isEqualTo(7);
    assertThat(quantile.quantile(0.5)).isEqualTo(50);
    assertThat(quantile.quantile(0.001)).isEqualTo(1);
  }

  @Test
  void speaksOnlyFromItsMinimumOn() {
    RollingQuantile quantile = new RollingQuantile(10, 3);
    quantile.add(1);
    quantile.add(2);
    assertThat(quantile.isReady()).isFalse();
    assertThatThrownBy(() -> quantile.quantile(0.5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("3 are needed");
    quantile.add(3);
    assertThat(quantile.quantile(0.5)).isEqualTo(2);
  }

  @Test
  void refusesWhatIsNoNumberAndLevelsOutOfRange() {
    RollingQuantile quantile = new RollingQuantile(10, 1);
    assertThatThrownBy(() -> quantile.add(Double.NaN)).hasMessageContaining("NaN");
    quantile.add(1);
    assertThatThrownBy(() -> quantile.quantile(0)).hasMessageContaining("level 0.0");
    assertThatThrownBy(() -> new RollingQuantile(5, 6)).hasMessageContaining("minimum 6");
  }
}
