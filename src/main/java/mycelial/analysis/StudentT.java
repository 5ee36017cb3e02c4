package mycelial.analysis;

/**
 * Student's t distribution. The probability is a regularised incomplete beta function, evaluated by
 * its continued fraction with Lentz's method (Press et al., Numerical Recipes, 3rd ed., 6.4); the
 * gamma function by Lanczos' series (6.1). Pure; accurate to about ten digits.
 */
public final class StudentT {
  private static final double[] LANCZOS = {
    76.18009172947146,
    -86.50532032941678,
    24.01409824083091,
    -1.231739572450155,
    0.1208650973866179e-2,
    -0.5395239384953e-5
  };
  private static final double TINY = 1e-300;

  private StudentT() {}

  /**
   * Probability that a value differs from 0 by at least |t|, on either side.
   *
   * @param t the statistic
   * @param degrees degrees of freedom, above 0
   */
  public static double twoSided(double t, double degrees) {
    if (!(degrees > 0)) {
      throw new IllegalArgumentException(degrees + " degrees of freedom are none");
    }
    return beta(degrees / 2, 0.5, degrees / (degrees + t * t));
  }

  /** Probability of a value of at most t. */
  public static double below(double t, double degrees) {
    double tail = twoSided(t, degrees) / 2;
    return t < 0 ? tail : 1 - tail;
  }

  /**
   * The value below which a share of the distribution lies, by bisection.
   *
   * @param share above 0 and below 1
   */
  public static double quantile(double share, double degrees) {
    if (!(share > 0) || !(share < 1)) {
      throw new IllegalArgumentException("share " + share + " is not between 0 and 1");
    }
    double low = -1e6;
    double high = 1e6;
    for (int i = 0; i < 120; i++) {
      double middle = (low + high) / 2;
      if (below(middle, degrees) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double logGamma(double x) {
    double y = x;
    double series = 1.000000000190015;
    for (double coefficient : LANCZOS) {
      y++;
      series += coefficient / y;
    }
    double base = x + 5.5;
    return (x + 0.5) * StrictMath.log(base)
        - base
        + StrictMath.log(2.5066282746310007 * series / x);
  }

  /** The regularised incomplete beta function. */
  static double beta(double a, double b, double x) {
    if (x <= 0) {
      return 0;
    }
    if (x >= 1) {
      return 1;
    }
    double front =
        StrictMath.exp(
            logGamma(a + b)
                - logGamma(a)
                - logGamma(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log(1 - x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(a, b, x) / a
        : 1 - front * fraction(b, a, 1 - x) / b;
  }

  private static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m < 300; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      double step = d * c;
      value *= step;
      if (Math.abs(step - 1) < 1e-15) {
        break;
      }
    }
    return value;
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
