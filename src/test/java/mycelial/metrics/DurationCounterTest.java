package mycelial.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DurationCounterTest {
  private static final long MILLI = 1_000_000;

  @Test
  void aDurationAtABoundFallsIntoTheBucketThatEndsThere() {
    DurationCounter counter = new DurationCounter();
    counter.add(MILLI);
    counter.add(MILLI + 1);

    DurationCounts counts = counter.counts();

    int bucket = counts.boundsSeconds().indexOf(0.001);
    assertThat(counts.counts().get(bucket)).isEqualTo(1);
    assertThat(counts.counts().get(bucket + 1)).isEqualTo(1);
    assertThat(counts.total()).isEqualTo(2);
  }

  @Test
  void whatIsLongerThanEveryBoundIsCountedInTheLastBucket() {
    DurationCounter counter = new DurationCounter();
    counter.add(3_600_000 * MILLI);

    assertThat(counter.counts().counts().getLast()).isEqualTo(1);
    assertThat(counter.counts().sumSeconds()).isCloseTo(3600, within(1e-9));
  }

  @Test
  void boundsAscend() {
    List<Double> bounds = new DurationCounter().counts().boundsSeconds();

    assertThat(bounds).isSorted().doesNotHaveDuplicates().startsWith(0.0001).endsWith(10.0);
  }

  @Test
  void countsThatDoNotFitTheBoundsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DurationCounts(List.of(1.0), List.of(1L), 1))
        .withMessageContaining("1 counts do not fit 1 bounds");
  }
}
