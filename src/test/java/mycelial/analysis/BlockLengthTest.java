package mycelial.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BlockLengthTest {
  private static double[] autoregressive(double memory) {
    SplittableRandom random = new SplittableRandom(1);
    double[] series = new double[2000];
    for (int i = 1; i < series.length; i++) {
      series[i] = memory * series[i - 1] + random.nextGaussian();
    }
    return series;
  }

  @Test
  void whatHasNoMemoryNeedsShortBlocks() {
    assertThat(BlockLength.of(autoregressive(0))).isLessThan(5);
  }

  /** The formula with the true autocovariances of memory 0.8 gives 2000^(1/3) x 2.74 = 34.5. */
  @Test
  void whatRemembersNeedsLongOnes() {
    assertThat(BlockLength.of(autoregressive(0.8))).isBetween(20.0, 60.0);
  }

  @Test
  void aConstantSeriesHasBlocksOfOne() {
    assertThat(BlockLength.of(new double[50])).isEqualTo(1);
  }
}
