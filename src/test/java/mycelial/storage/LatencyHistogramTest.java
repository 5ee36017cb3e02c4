package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LatencyHistogramTest {
  @Test
  void isZeroWhileEmpty() {
    assertThat(new LatencyHistogram().quantile(0.99)).isEqualTo(Duration.ZERO);
  }

  @Test
  void staysWithinAnEighthAboveTheSortedList() {
    qt().withExamples(200)
        .forAll(lists().of(integers().between(8, Integer.MAX_VALUE)).ofSizeBetween(1, 50))
        .checkAssert(values -> {
          LatencyHistogram histogram = new LatencyHistogram();
          values.forEach(histogram::add);
          for (double level : new double[] {0.01, 0.5, 0.99, 1}) {
            int rank = Math.max(1, (int) Math.ceil(level * values.size()));
            long exact = values.stream().sorted().toList().get(rank - 1);
            assertThat(histogram.quantile(level).toNanos()).isBetween(exact, exact + exact / 8 + 1);
          }
        });
  }
}
