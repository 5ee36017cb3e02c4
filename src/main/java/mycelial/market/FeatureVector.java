package mycelial.market;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The features of one pair at one bar. A feature whose indicator has not warmed up is absent; there
 * is no placeholder value. Immutable and safe to share between threads.
 */
public final class FeatureVector {
  private static final Feature[] FEATURES = Feature.values();

  /** The vector without any feature. */
  public static final FeatureVector EMPTY = new Builder().build();

  private final double[] values;
  private final int present;

  private FeatureVector(double[] values, int present) {
    this.values = values;
    this.present = present;
  }

  /** Whether the feature has a value. */
  public boolean has(Feature feature) {
    return (present & 1 << feature.ordinal()) != 0;
  }

  /**
   * The value of a present feature.
   *
   * @throws IllegalStateException when it is absent: ask {@link #has} first
   */
  public double value(Feature feature) {
    if (!has(feature)) {
      throw new IllegalStateException(feature + " is absent: its indicator has not warmed up");
    }
    return values[feature.ordinal()];
  }

  /** The value, or empty where the feature is absent. */
  public OptionalDouble find(Feature feature) {
    return has(feature) ? OptionalDouble.of(values[feature.ordinal()]) : OptionalDouble.empty();
  }

  /** Whether no feature is present. */
  public boolean isEmpty() {
    return present == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureVector that
        && present == that.present
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * present + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (Feature feature : FEATURES) {
      if (has(feature)) {
        text.append(text.length() > 1 ? ", " : "")
            .append(feature.key())
            .append('=')
            .append(value(feature));
      }
    }
    return text.append('}').toString();
  }

  /** Collects values; not safe for use by several threads. */
  public static final class Builder {
    private final double[] values = new double[FEATURES.length];
    private int present;

    /**
     * Sets a feature.
     *
     * @throws IllegalArgumentException when the value is NaN or infinite
     */
    public Builder set(Feature feature, double value) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(feature + " is " + value);
      }
      values[feature.ordinal()] = value;
      present |= 1 << feature.ordinal();
      return this;
    }

    /** The vector of what has been set; the builder must not be used afterwards. */
    public FeatureVector build() {
      return new FeatureVector(values, present);
    }
  }
}
