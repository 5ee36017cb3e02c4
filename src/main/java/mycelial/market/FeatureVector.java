package mycelial.market;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The features of one pair at one bar, each with its rank among the pair's own recent values: the
 * running quantile at which it stands, 0 to 1. A feature whose indicator has not warmed up is
 * absent; there is no placeholder value. Immutable and safe to share between threads.
 */
public final class FeatureVector {
  private static final Feature[] FEATURES = Feature.values();

  /** The vector without any feature. */
  public static final FeatureVector EMPTY = new Builder().build();

  private final double[] values;
  private final double[] ranks;
  private final int present;
  private final int ranked;

  private FeatureVector(Builder builder) {
    this.values = builder.values;
    this.ranks = builder.ranks;
    this.present = builder.present;
    this.ranked = builder.ranked;
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

  /** Whether the feature has a rank. */
  public boolean hasRank(Feature feature) {
    return (ranked & 1 << feature.ordinal()) != 0;
  }

  /** The rank of the feature, 0 to 1, or NaN where there are too few values to compare it with. */
  public double rankOrNaN(Feature feature) {
    return hasRank(feature) ? ranks[feature.ordinal()] : Double.NaN;
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
        && ranked == that.ranked
        && Arrays.equals(values, that.values)
        && Arrays.equals(ranks, that.ranks);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * present + Arrays.hashCode(values)) + Arrays.hashCode(ranks);
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
    private final double[] ranks = new double[FEATURES.length];
    private int present;
    private int ranked;

    /** The features of a vector, without ranks. */
    public static Builder of(FeatureVector vector) {
      Builder builder = new Builder();
      System.arraycopy(vector.values, 0, builder.values, 0, FEATURES.length);
      builder.present = vector.present;
      return builder;
    }

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

    /**
     * Sets the rank of a feature that has a value.
     *
     * @throws IllegalArgumentException when it is not between 0 and 1 or the feature is absent
     */
    public Builder rank(Feature feature, double rank) {
      if (!(rank >= 0 && rank <= 1) || (present & 1 << feature.ordinal()) == 0) {
        throw new IllegalArgumentException(feature + " cannot have the rank " + rank);
      }
      ranks[feature.ordinal()] = rank;
      ranked |= 1 << feature.ordinal();
      return this;
    }

    /** The vector of what has been set; the builder must not be used afterwards. */
    public FeatureVector build() {
      return new FeatureVector(this);
    }
  }
}
