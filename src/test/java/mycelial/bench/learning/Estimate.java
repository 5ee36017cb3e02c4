package mycelial.bench.learning;

import java.util.Locale;

/** A figure with its 95 % interval. */
record Estimate(double value, double low, double high) {
  static final double CONFIDENCE = 0.95;

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high);
  }
}
