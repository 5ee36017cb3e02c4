package mycelial.learning;

import java.util.Arrays;
import mycelial.analysis.FeatureRanks;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;

/**
 * What a learner remembers of the bars of its pairs, to look for rules in: the closes and the ranks
 * of the features, 26 bytes a bar, in a ring where bars of one instant have one place. Bars are
 * numbered from 0, the oldest that may be there, to {@link #bars} less one, the newest of any pair.
 * Used by one thread.
 */
final class Past {
  private static final Feature[] FEATURES = FeatureRanks.ranked().toArray(Feature[]::new);
  private static final int WIDTH = FEATURES.length;

  private final int bars;
  private final int seconds;

  /** Of each pair the ranks of one bar beside each other: they come together. */
  private final short[][] ranks;

  private final float[][] closes;

  /** Number of the newest bar of each pair since the epoch. */
  private final long[] newestOf;

  private long newest = -1;

  /**
   * @param pairs how many pairs there are
   * @param bars how many bars of each are kept
   */
  Past(int pairs, int bars, Interval interval) {
    this.bars = bars;
    this.seconds = interval.seconds();
    this.ranks = new short[pairs][bars * WIDTH];
    this.closes = new float[pairs][bars];
    this.newestOf = new long[pairs];
    Arrays.fill(newestOf, -1);
    for (int pair = 0; pair < pairs; pair++) {
      Arrays.fill(closes[pair], Float.NaN);
      Arrays.fill(ranks[pair], PairHistory.ABSENT);
    }
  }

  /** Adds a bar of a pair. */
  void add(int pair, Bar bar, FeatureVector features) {
    long number = bar.end() / seconds;
    for (long gap = Math.max(newestOf[pair] + 1, number - bars + 1); gap < number; gap++) {
      int missing = (int) (gap % bars);
      closes[pair][missing] = Float.NaN;
      Arrays.fill(ranks[pair], missing * WIDTH, (missing + 1) * WIDTH, PairHistory.ABSENT);
    }
    newestOf[pair] = number;
    newest = Math.max(newest, number);
    int place = (int) (number % bars);
    closes[pair][place] = bar.isQuiet() ? Float.NaN : (float) bar.close();
    int at = place * WIDTH;
    for (Feature feature : FEATURES) {
      ranks[pair][at++] = PairHistory.thousandths(features.rankOrNaN(feature));
    }
  }

  /** How many bars are looked back on. */
  int bars() {
    return bars;
  }

  /** Whether there is any bar. */
  boolean isEmpty() {
    return newest < 0;
  }

  /** End of a bar, seconds since the epoch. */
  long end(int bar) {
    return number(bar) * seconds;
  }

  private long number(int bar) {
    return newest - (bars - 1) + bar;
  }

  /** The close of a bar of a pair; NaN where there is none or it was quiet. */
  float close(int pair, int bar) {
    long number = number(bar);
    return number < 0 || number > newestOf[pair] ? Float.NaN : closes[pair][(int) (number % bars)];
  }

  /**
   * The ranks of a feature of a pair at some bars, in thousandths or {@link PairHistory#ABSENT}.
   */
  void ranks(int pair, Feature feature, int[] at, int count, short[] into) {
    short[] all = ranks[pair];
    int column = FeatureTable.FEATURES.indexOf(feature);
    int first = (int) Math.floorMod(number(0), (long) bars);
    long last = newestOf[pair] - number(0);
    for (int i = 0; i < count; i++) {
      int bar = at[i];
      int place = first + bar < bars ? first + bar : first + bar - bars;
      into[i] = bar > last ? PairHistory.ABSENT : all[place * WIDTH + column];
    }
  }
}
