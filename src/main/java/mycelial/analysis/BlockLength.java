package mycelial.analysis;

/**
 * The mean block length of a stationary bootstrap that makes the variance of a mean most accurate:
 * Politis and White 2004, Automatic block-length selection for the dependent bootstrap, with the
 * correction of Patton, Politis and White 2009. Pure.
 */
public final class BlockLength {
  private BlockLength() {}

  /**
   * The length for a series, at least 1 and at most a third of the series.
   *
   * @param series in the order of time
   */
  public static double of(double[] series) {
    int n = series.length;
    double[] autocovariance = autocovariances(series, lags(n));
    if (n < 4 || !(autocovariance[0] > 0)) {
      return 1;
    }
    int bandwidth = bandwidth(autocovariance, n);
    double g = 0;
    double spectrum = autocovariance[0];
    for (int lag = 1; lag <= bandwidth; lag++) {
      double weight = flatTop((double) lag / bandwidth);
      g += 2 * weight * lag * autocovariance[lag];
      spectrum += 2 * weight * autocovariance[lag];
    }
    if (!(spectrum > 0)) {
      return 1;
    }
    double length = StrictMath.cbrt(2 * g * g / (2 * spectrum * spectrum)) * StrictMath.cbrt(n);
    return Math.max(1, Math.min(length, n / 3.0));
  }

  private static int lags(int n) {
    return Math.min(Math.max(1, n - 1), 2 * (run(n) + (int) Math.ceil(Math.sqrt(n))));
  }

  /** How many small autocorrelations in a row are taken for the end of dependence. */
  private static int run(int n) {
    return Math.max(5, (int) Math.ceil(Math.sqrt(StrictMath.log10(Math.max(2, n)))));
  }

  /** Twice the lag after which the autocorrelations stay within what chance brings. */
  private static int bandwidth(double[] autocovariance, int n) {
    double limit = 2 * Math.sqrt(StrictMath.log10(n) / n);
    int last = autocovariance.length - 1;
    int run = run(n);
    int quiet = 0;
    for (int lag = 1; lag <= last; lag++) {
      quiet = Math.abs(autocovariance[lag] / autocovariance[0]) < limit ? quiet + 1 : 0;
      if (quiet == run) {
        return Math.min(last, 2 * Math.max(1, lag - run));
      }
    }
    return last;
  }

  private static double flatTop(double x) {
    return x <= 0.5 ? 1 : Math.max(0, 2 * (1 - x));
  }

  private static double[] autocovariances(double[] series, int lags) {
    int n = series.length;
    double mean = 0;
    for (double value : series) {
      mean += value / n;
    }
    double[] result = new double[lags + 1];
    for (int lag = 0; lag <= lags; lag++) {
      double sum = 0;
      for (int i = lag; i < n; i++) {
        sum += (series[i] - mean) * (series[i - lag] - mean);
      }
      result[lag] = sum / n;
    }
    return result;
  }
}
