package mycelial.learning;

import java.util.Arrays;
import java.util.List;
import mycelial.analysis.FeatureRanks;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;

/** The latest features of the watched pairs, by the pair's place on the watch list. */
final class FeatureTable {
  /** The features that rules may use. */
  static final List<Feature> FEATURES = FeatureRanks.ranked();

  private final Pair[] pairs;
  private final FeatureVector[] latest;

  FeatureTable(List<Pair> pairs) {
    this.pairs = pairs.toArray(Pair[]::new);
    this.latest = new FeatureVector[this.pairs.length];
    Arrays.fill(latest, FeatureVector.EMPTY);
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

  /** Takes over the features of a pair. */
  void update(int pairIndex, FeatureVector features) {
    latest[pairIndex] = features;
  }

  /**
   * Rank of a pair's feature among its recent values, NaN when absent: no comparison holds then.
   */
  double rank(int pairIndex, Feature feature) {
    return latest[pairIndex].rankOrNaN(feature);
  }
}
