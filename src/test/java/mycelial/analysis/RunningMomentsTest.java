package mycelial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RunningMomentsTest {
  @Test
  void givesTheTextbookNumbers() {
    RunningMoments moments = new RunningMoments();
    for (double value : new double[] {2, 4, 4, 4, 5, 5, 7, 9}) {
      moments.add(value);
    }
    assertThat(moments.count()).isEqualTo(8);
    assertThat(moments.mean()).isEqualTo(5);
    assertThat(moments.variance()).isCloseTo(32.0 / 7, within(1e-12));
    assertThat(moments.tStatistic()).isCloseTo(5 / Math.sqrt(32.0 / 7 / 8), within(1e-12));
  }

  @Test
  void agreesWithTwoPassesWhereTheMeanIsLarge() {
    SplittableRandom random = new SplittableRandom(3);
    double[] values = random.doubles(1000, 1e6, 1e6 + 1).toArray();
    RunningMoments moments = new RunningMoments();
    double sum = 0;
    for (double value : values) {
      moments.add(value);
      sum += value - 1e6;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - 1e6 - mean) * (value - 1e6 - mean);
    }
    assertThat(moments.variance()).isCloseTo(squares / 999, within(1e-8));
  }

  @Test
  void claimsNothingWithoutASpread() {
    RunningMoments moments = new RunningMoments();
    moments.add(1);
    assertThat(moments.tStatistic()).isZero();
    moments.add(1);
    assertThat(moments.tStatistic()).isZero();
    assertThatThrownBy(() -> moments.add(Double.POSITIVE_INFINITY)).hasMessageContaining("finite");
  }
}
