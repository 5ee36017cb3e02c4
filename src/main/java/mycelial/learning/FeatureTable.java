package mycelial.learning;

import java.util.Arrays;
import java.util.List;
import mycelial.analysis.FeatureRanks;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;

/**
 * The latest ranks of the watched pairs' features in one flat array that rules index directly. What
 * is absent is NaN, against which no comparison holds. NaN stays inside.
 */
final class FeatureTable {
  /** The features that rules may use. */
  static final List<Feature> FEATURES = FeatureRanks.ranked();

  private static final Feature[] COLUMNS = FEATURES.toArray(Feature[]::new);

  private final Pair[] pairs;
  private final double[] ranks;

  FeatureTable(List<Pair> pairs) {
    this.pairs = pairs.toArray(Pair[]::new);
    this.ranks = new double[this.pairs.length * COLUMNS.length];
    Arrays.fill(ranks, Double.NaN);
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

  /** Where a feature's rank lies, for {@link #rank}. */
  int slot(Pair pair, Feature feature) {
    return indexOf(pair) * COLUMNS.length + FEATURES.indexOf(feature);
  }

  /** Takes over the features of a pair. */
  void update(int pairIndex, FeatureVector features) {
    int slot = pairIndex * COLUMNS.length;
    for (Feature feature : COLUMNS) {
      ranks[slot++] = features.rankOrNaN(feature);
    }
  }

  /** Rank among the pair's recent values, NaN when absent. */
  double rank(int slot) {
    return ranks[slot];
  }
}
