package mycelial.bench.learning;

import java.util.function.DoubleUnaryOperator;

/**
 * Exact limits of a share: C. J. Clopper, E. S. Pearson, "The use of confidence or fiducial limits
 * illustrated in the case of the binomial", Biometrika 26 (1934).
 */
final class Binomial {
  private static final int HALVINGS = 100;

  private Binomial() {}

  /**
   * The share k / n with its 95 % limits.
   *
   * @throws IllegalArgumentException when there is no share
   */
  static Estimate share(long k, long n) {
    if (k < 0 || n < 1 || k > n) {
      throw new IllegalArgumentException(k + " of " + n + " is no share");
    }
    double tail = (1 - Estimate.CONFIDENCE) / 2;
    double low = k == 0 ? 0 : root(p -> IncompleteBeta.of(p, k, n - k + 1) - tail);
    double high = k == n ? 1 : root(p -> IncompleteBeta.of(p, k + 1, n - k) - (1 - tail));
    return new Estimate((double) k / n, low, high);
  }

  /** Where an increasing function from below to above zero on (0, 1) is zero. */
  private static double root(DoubleUnaryOperator function) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (function.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
