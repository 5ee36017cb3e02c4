package mycelial.bench.learning;

/**
 * The regularised incomplete beta function I_x(a, b) by its continued fraction (Abramowitz and
 * Stegun 26.5.8), summed by Lentz's method; ln B(a, b) by whole steps, for whole a and b.
 */
final class IncompleteBeta {
  private static final double TINY = 1e-300;
  private static final double PRECISION = 1e-15;
  private static final int MOST_TERMS = 10_000;

  private IncompleteBeta() {}

  /** I_x(a, b) for whole a and b of at least 1. */
  static double of(double x, long a, long b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        StrictMath.exp(a * StrictMath.log(x) + b * StrictMath.log(1 - x) - logBeta(a, b));
    return x < (a + 1.0) / (a + b + 2.0)
        ? front * fraction(x, (double) a, (double) b) / a
        : 1 - front * fraction(1 - x, (double) b, (double) a) / b;
  }

  /** ln((a - 1)! (b - 1)! / (a + b - 1)!). */
  private static double logBeta(long a, long b) {
    return logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);
  }

  private static double logFactorial(long n) {
    double sum = 0;
    for (long i = 2; i <= n; i++) {
      sum += StrictMath.log((double) i);
    }
    return sum;
  }

  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double result = d;
    for (int m = 1; m <= MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      result *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      double step = d * c;
      result *= step;
      if (StrictMath.abs(step - 1) < PRECISION) {
        return result;
      }
    }
    throw new ArithmeticException("the fraction of I_%s(%s, %s) does not end".formatted(x, a, b));
  }

  private static double away(double value) {
    return StrictMath.abs(value) < TINY ? TINY : value;
  }
}
