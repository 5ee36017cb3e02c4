package mycelial.learning;

import java.util.Arrays;
import java.util.List;
import mycelial.analysis.RollingQuantile;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;

/**
 * The latest features of the watched pairs and the thresholds in force, in flat arrays that rules
 * index directly. Whatever is absent is NaN, against which no comparison holds. NaN stays inside.
 */
final class FeatureTable {
  /** The features that rules may use. */
  static final List<Feature> FEATURES =
      Arrays.stream(Feature.values()).filter(Feature::isScaleFree).toList();

  private static final Feature[] COLUMNS = FEATURES.toArray(Feature[]::new);

  private final Pair[] pairs;
  private final RollingQuantile[] quantiles;
  private final double[] values;
  private final double[] thresholds;

  FeatureTable(List<Pair> pairs, int window) {
    this.pairs = pairs.toArray(Pair[]::new);
    int slots = this.pairs.length * COLUMNS.length;
    quantiles = new RollingQuantile[slots];
    Arrays.setAll(quantiles, i -> new RollingQuantile(window, BrainSettings.MINIMUM_SAMPLES));
    values = new double[slots];
    thresholds = new double[slots * QuantileGrid.SIZE];
    Arrays.fill(values, Double.NaN);
    Arrays.fill(thresholds, Double.NaN);
  }

  /** Position of a pair, or -1 when it is not watched; watch lists are short. */
  int indexOf(Pair pair) {
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i].equals(pair)) {
        return i;
      }
    }
    return -1;
  }

  /** Where a feature's value lies in {@link #values}. */
  int slot(Pair pair, Feature feature) {
    return indexOf(pair) * COLUMNS.length + FEATURES.indexOf(feature);
  }

  /** The value of a slot, NaN when absent. */
  double value(int slot) {
    return values[slot];
  }

  /** The threshold at {@code slot x grid size + bucket}, NaN when absent. */
  double threshold(int index) {
    return thresholds[index];
  }

  /** Takes over the features of a pair. */
  void update(int pairIndex, FeatureVector features) {
    int slot = pairIndex * COLUMNS.length;
    for (Feature feature : COLUMNS) {
      values[slot++] = features.has(feature) ? features.value(feature) : Double.NaN;
    }
  }

  /** Samples the present features of a pair into its running quantiles. */
  void sample(int pairIndex) {
    int first = pairIndex * COLUMNS.length;
    for (int slot = first; slot < first + COLUMNS.length; slot++) {
      if (!Double.isNaN(values[slot])) {
        quantiles[slot].add(values[slot]);
        refresh(slot);
      }
    }
  }

  private void refresh(int slot) {
    RollingQuantile quantile = quantiles[slot];
    if (quantile.isReady()) {
      int index = slot * QuantileGrid.SIZE;
      for (int bucket = 0; bucket < QuantileGrid.SIZE; bucket++) {
        thresholds[index + bucket] = quantile.quantile(QuantileGrid.level(bucket));
      }
    }
  }
}
