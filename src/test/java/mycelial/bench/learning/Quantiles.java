package mycelial.bench.learning;

import java.util.Collection;
import java.util.Locale;

/**
 * Quartiles of a figure.
 *
 * @param count how many numbers
 */
record Quantiles(double lower, double median, double upper, long count) {
  static Quantiles of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Quantiles(of(sorted, 0.25), of(sorted, 0.5), of(sorted, 0.75), sorted.length);
  }

  /** Between the two nearest of sorted numbers, in proportion; not a number where there is none. */
  static double of(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f (quartiles %.1f, %.1f)", median, lower, upper);
  }
}
