package mycelial.learning;

import java.util.Arrays;
import java.util.List;
import mycelial.analysis.FeatureRanks;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;

/**
 * What a learner remembers of the bars of its pairs, to look for rules in: the closes and the ranks
 * of the features, 30 bytes a bar, in a ring where bars of one instant have one place. Used by one
 * thread.
 */
final class Past {
  /** The rank of a feature that has none, and of a bar that is not there. */
  static final short ABSENT = -1;

  /** Ranks are kept in thousandths. */
  static final int STEPS = 1000;

  private static final List<Feature> FEATURES = FeatureRanks.ranked();

  private final int bars;
  private final int seconds;
  private final short[][] ranks;
  private final float[][] closes;
  private long newest = -1;

  /**
   * @param pairs how many pairs there are
   * @param bars how many bars of each are kept
   */
  Past(int pairs, int bars, Interval interval) {
    this.bars = bars;
    this.seconds = interval.seconds();
    this.ranks = new short[pairs * FEATURES.size()][bars];
    this.closes = new float[pairs][bars];
    for (int pair = 0; pair < pairs; pair++) {
      Arrays.fill(closes[pair], Float.NaN);
    }
  }

  /** Adds a bar of a pair. */
  void add(int pair, Bar bar, FeatureVector features) {
    long number = bar.end() / seconds;
    while (newest >= 0 && newest < number) {
      newest = number - newest > bars ? number - bars : newest;
      clear((int) (++newest % bars));
    }
    newest = Math.max(newest, number);
    int place = (int) (number % bars);
    closes[pair][place] = bar.isQuiet() ? Float.NaN : (float) bar.close();
    for (int i = 0; i < FEATURES.size(); i++) {
      double rank = features.rankOrNaN(FEATURES.get(i));
      ranks[pair * FEATURES.size() + i][place] =
          Double.isNaN(rank) ? ABSENT : (short) StrictMath.rint(rank * STEPS);
    }
  }

  private void clear(int place) {
    for (float[] column : closes) {
      column[place] = Float.NaN;
    }
    for (short[] column : ranks) {
      column[place] = ABSENT;
    }
  }

  /** How many bars are looked back on; the newest has the number {@code bars() - 1}. */
  int bars() {
    return bars;
  }

  /** Whether there is any bar. */
  boolean isEmpty() {
    return newest < 0;
  }

  /** End of a bar, seconds since the epoch. */
  long end(int bar) {
    return (newest - (bars - 1) + bar) * seconds;
  }

  /** The closes of a pair, oldest first; NaN where there is no bar or it was quiet. */
  void closes(int pair, float[] into) {
    int first = (int) ((newest + 1) % bars);
    System.arraycopy(closes[pair], first, into, 0, bars - first);
    System.arraycopy(closes[pair], 0, into, bars - first, first);
  }

  /** The ranks of a feature of a pair, oldest first, in thousandths or {@link #ABSENT}. */
  void ranks(int pair, Feature feature, short[] into) {
    short[] column = ranks[pair * FEATURES.size() + FEATURES.indexOf(feature)];
    int first = (int) ((newest + 1) % bars);
    System.arraycopy(column, first, into, 0, bars - first);
    System.arraycopy(column, 0, into, bars - first, first);
  }
}
