package mycelial.market;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The state in which a trade was entered: the rank of each scale-free feature among the pair's own
 * recent values, 0 to 1, so that states of different pairs and years can be compared. What became
 * of the trade is no part of it. A feature without a rank is absent. Immutable and safe to share
 * between threads.
 */
public final class EntryVector {
  private static final Feature[] FEATURES =
      Arrays.stream(Feature.values()).filter(Feature::isScaleFree).toArray(Feature[]::new);

  /**
   * Volatility lasts for hours while all else passes within minutes: whether two states belong to
   * one regime shows in it, and it would hardly count among nine features of the moment.
   */
  private static final double VOLATILITY_WEIGHT = 3;

  /** Where the rank of a feature lies, by its ordinal. */
  private static final int[] PLACES = places();

  private static final double[] WEIGHTS =
      Arrays.stream(FEATURES).mapToDouble(EntryVector::weight).toArray();

  private final double[] ranks;
  private final int present;

  private EntryVector(double[] ranks) {
    this.ranks = ranks;
    this.present = (int) Arrays.stream(ranks).filter(rank -> !Double.isNaN(rank)).count();
  }

  /** The ranks of the scale-free features. */
  public static EntryVector of(FeatureVector features) {
    double[] ranks = new double[FEATURES.length];
    Arrays.setAll(ranks, i -> features.rankOrNaN(FEATURES[i]));
    return new EntryVector(ranks);
  }

  /**
   * The vector of these ranks, as {@link #ranks} gives them.
   *
   * @throws IllegalArgumentException when a rank is not between 0 and 1 or its feature depends on
   *     the price scale
   */
  public static EntryVector of(Map<Feature, Double> given) {
    given.forEach(EntryVector::check);
    double[] ranks = new double[FEATURES.length];
    Arrays.setAll(ranks, i -> given.getOrDefault(FEATURES[i], Double.NaN));
    return new EntryVector(ranks);
  }

  private static int[] places() {
    int[] places = new int[Feature.values().length];
    for (int i = 0; i < FEATURES.length; i++) {
      places[FEATURES[i].ordinal()] = i;
    }
    return places;
  }

  private static double weight(Feature feature) {
    return feature == Feature.ATR_PRICE || feature == Feature.BAND_WIDTH ? VOLATILITY_WEIGHT : 1;
  }

  private static void check(Feature feature, double rank) {
    if (!feature.isScaleFree() || !(rank >= 0 && rank <= 1)) {
      throw new IllegalArgumentException(feature + " cannot have the rank " + rank);
    }
  }

  /** The ranks that are present, in the order of the features. */
  public Map<Feature, Double> ranks() {
    Map<Feature, Double> found = new EnumMap<>(Feature.class);
    for (int i = 0; i < FEATURES.length; i++) {
      if (!Double.isNaN(ranks[i])) {
        found.put(FEATURES[i], ranks[i]);
      }
    }
    return Collections.unmodifiableMap(found);
  }

  /** The rank of a feature, NaN where it has none. */
  public double rankOrNaN(Feature feature) {
    return feature.isScaleFree() ? ranks[PLACES[feature.ordinal()]] : Double.NaN;
  }

  /** Whether at least half of the features are present; nothing is near a vector with fewer. */
  public boolean isComparable() {
    return 2 * present >= FEATURES.length;
  }

  /**
   * Root mean square difference of the ranks that both have, those of volatility (ATR / price and
   * the width of the bands) counting three times, 0 to 1; NaN where these are fewer than half of
   * the features. Two states without any relation, their ranks drawn evenly, are 0.41 apart on the
   * average (the root of 1/6).
   */
  public double distance(EntryVector other) {
    double sum = 0;
    double weight = 0;
    int shared = 0;
    for (int i = 0; i < ranks.length; i++) {
      double difference = ranks[i] - other.ranks[i];
      if (!Double.isNaN(difference)) {
        sum += WEIGHTS[i] * difference * difference;
        weight += WEIGHTS[i];
        shared++;
      }
    }
    return 2 * shared >= FEATURES.length ? Math.sqrt(sum / weight) : Double.NaN;
  }

  /**
   * A point for tools that know of points only: between two complete states the ordinary distance
   * of their points is {@link #distance}. An absent rank is put into the middle.
   */
  public double[] coordinates() {
    double total = Arrays.stream(WEIGHTS).sum();
    double[] point = new double[ranks.length];
    Arrays.setAll(
        point, i -> Math.sqrt(WEIGHTS[i] / total) * (Double.isNaN(ranks[i]) ? 0.5 : ranks[i]));
    return point;
  }

  /** Whether no rank is absent. */
  public boolean isComplete() {
    return present == ranks.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntryVector that && Arrays.equals(ranks, that.ranks);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ranks);
  }

  @Override
  public String toString() {
    return ranks().toString();
  }
}
