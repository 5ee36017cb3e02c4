package mycelial.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mycelial.analysis.FeatureRanks;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Source;

/**
 * The latest levels of everything that a learner's rules look at in one flat array that they index
 * directly: the features of the watched pairs, then the signals and clocks that are asked for. What
 * is absent is NaN, against which no comparison holds. NaN stays inside.
 */
final class FeatureTable {
  /** The features that rules may use. */
  static final List<Feature> FEATURES = FeatureRanks.ranked();

  private static final Feature[] COLUMNS = FEATURES.toArray(Feature[]::new);

  private final Pair[] pairs;
  private final SignalHistory signals;
  private final List<Source> others = new ArrayList<>();
  private final List<SignalHistory.Walk> levels = new ArrayList<>();
  private double[] ranks;

  FeatureTable(List<Pair> pairs, SignalHistory signals) {
    this.pairs = pairs.toArray(Pair[]::new);
    this.signals = signals;
    this.ranks = new double[firstOther()];
    Arrays.fill(ranks, Double.NaN);
  }

  private int firstOther() {
    return pairs.length * COLUMNS.length;
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

  /** Whether a source can be looked at: all but the features of pairs that are not watched. */
  boolean sees(Source source) {
    return !(source instanceof Source.PairState state) || indexOf(state.pair()) >= 0;
  }

  /** Where the level of a source that can be seen lies, for {@link #rank}. */
  int slot(Source source) {
    if (source instanceof Source.PairState state) {
      return indexOf(state.pair()) * COLUMNS.length + FEATURES.indexOf(state.feature());
    }
    int index = others.indexOf(source);
    if (index < 0) {
      index = others.size();
      others.add(source);
      levels.add(level(source));
      ranks = Arrays.copyOf(ranks, firstOther() + others.size());
      ranks[firstOther() + index] = Double.NaN;
    }
    return firstOther() + index;
  }

  /** Takes over the features of a pair. */
  void update(int pairIndex, FeatureVector features) {
    int slot = pairIndex * COLUMNS.length;
    for (Feature feature : COLUMNS) {
      ranks[slot++] = features.rankOrNaN(feature);
    }
  }

  /** Brings signals and clocks up to an instant, seconds since the epoch. */
  void turnTo(long time) {
    int slot = firstOther();
    for (int i = 0; i < levels.size(); i++) {
      ranks[slot++] = levels.get(i).level(time);
    }
  }

  private SignalHistory.Walk level(Source source) {
    return switch (source) {
      case Source.Signal signal -> signals.follow(signal);
      case Source.Clock clock -> clock::level;
      case Source.PairState state ->
          throw new IllegalStateException(state + " has a place of its own");
    };
  }

  /** Level of a slot: rank among its own recent values, NaN when absent. */
  double rank(int slot) {
    return ranks[slot];
  }
}
