package mycelial.bench.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BinomialTest {
  /**
   * As printed by tables of exact limits: R. G. Newcombe, Statistics in Medicine 17 (1998), table I
   * (81/263, 15/148, 0/20, 1/29), and the closed forms 1 - 0.025^(1/n) of nothing and 0.025^(1/n)
   * of all.
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2527, 0.3676",
    "15, 148, 0.0578, 0.1617",
    "0,  20,  0,      0.1684",
    "1,  29,  0.0009, 0.1776",
    "0,  40,  0,      0.0881",
    "10, 10,  0.6915, 1"
  })
  void agreesWithPublishedLimits(long k, long n, double low, double high) {
    Estimate share = Binomial.share(k, n);

    assertThat(share.value()).isCloseTo((double) k / n, within(1e-12));
    assertThat(share.low()).isCloseTo(low, within(0.00006));
    assertThat(share.high()).isCloseTo(high, within(0.00006));
  }

  @Test
  void limitsCutOffTwoAndAHalfPercentOfTheSum() {
    for (int n = 1; n <= 30; n++) {
      for (int k = 1; k < n; k++) {
        Estimate share = Binomial.share(k, n);
        assertThat(atMost(k, n, share.high())).isCloseTo(0.025, within(1e-9));
        assertThat(1 - atMost(k - 1, n, share.low())).isCloseTo(0.025, within(1e-9));
      }
    }
  }

  /** P(X at most k), added up term by term. */
  private static double atMost(int k, int n, double p) {
    double term = StrictMath.pow(1 - p, n);
    double sum = term;
    for (int i = 1; i <= k; i++) {
      term *= (n - i + 1.0) / i * p / (1 - p);
      sum += term;
    }
    return sum;
  }

  @Test
  void refusesWhatIsNoShare() {
    assertThatIllegalArgumentException().isThrownBy(() -> Binomial.share(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Binomial.share(0, 0));
  }
}
