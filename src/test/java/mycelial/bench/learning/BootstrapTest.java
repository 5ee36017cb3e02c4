package mycelial.bench.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BootstrapTest {
  private static final List<Double> NUMBERS = List.of(1.0, 4.0, 2.0, 8.0, 5.0, 7.0);

  @Test
  void isTheSameEachTime() {
    assertThat(Bootstrap.mean(NUMBERS, each -> each))
        .isEqualTo(Bootstrap.mean(NUMBERS, each -> each));
  }

  @Test
  void agreesWithTheNormalIntervalOfAMeanOfMany() {
    SplittableRandom random = new SplittableRandom(1);
    List<Double> many = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      many.add(random.nextGaussian());
    }
    Estimate mean = Bootstrap.mean(many, each -> each);

    assertThat(mean.value() - mean.low()).isCloseTo(1.96 / 20, within(0.02));
    assertThat(mean.high() - mean.value()).isCloseTo(1.96 / 20, within(0.02));
  }

  @Test
  void aRatioIsOfSumsNotAMeanOfRatios() {
    List<double[]> worlds = List.of(new double[] {1, 1}, new double[] {0, 9});

    Estimate ratio = Bootstrap.ratio(worlds, each -> each[0], each -> each[1]);

    assertThat(ratio).isEqualTo(new Estimate(0.1, 0, 1));
  }

  @Test
  void whatCannotBeDividedIsNoNumber() {
    Estimate none = Bootstrap.ratio(NUMBERS, each -> 0, each -> 0);
    assertThat(none.value()).isNaN();
    assertThat(none.low()).isNaN();
    assertThat(Bootstrap.mean(List.<Double>of(), each -> each).value()).isNaN();
  }

  @Test
  void quartilesLieBetweenTheNumbers() {
    assertThat(Quantiles.of(List.of(4.0, 1.0, 3.0, 2.0)))
        .isEqualTo(new Quantiles(1.75, 2.5, 3.25, 4));
    assertThat(Quantiles.of(List.of()).median()).isNaN();
  }
}
