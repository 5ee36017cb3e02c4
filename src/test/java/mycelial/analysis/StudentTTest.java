package mycelial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class StudentTTest {
  /** NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2. */
  @Test
  void agreesWithThePrintedTable() {
    assertThat(StudentT.quantile(0.975, 1)).isCloseTo(12.706, within(5e-4));
    assertThat(StudentT.quantile(0.975, 10)).isCloseTo(2.228, within(5e-4));
    assertThat(StudentT.quantile(0.95, 30)).isCloseTo(1.697, within(5e-4));
    assertThat(StudentT.quantile(0.995, 5)).isCloseTo(4.032, within(5e-4));
  }

  @Test
  void quantileAndProbabilityAreInverse() {
    for (double share : new double[] {0.01, 0.3, 0.5, 0.9, 0.999}) {
      assertThat(StudentT.below(StudentT.quantile(share, 7), 7)).isCloseTo(share, within(1e-9));
    }
  }

  @Test
  void oneDegreeIsTheCauchyDistribution() {
    assertThat(StudentT.twoSided(1, 1)).isCloseTo(0.5, within(1e-10));
  }
}
