package mycelial.learning;

import java.util.Arrays;

/**
 * The bars of the past on which the conditions chosen so far hold, and what entering after them
 * would have earned. Bars follow each other and their trades overlap; {@link #apart} counts those
 * only that do not, as evidence does. Gains are in units of what evidence counts at most. Used by
 * one thread; one object serves many searches.
 */
final class Occasions {
  /**
   * The least spread that is believed, so that three equal outcomes are not taken for certainty.
   */
  static final double LEAST_SPREAD = 0.1;

  private final float[] gains;
  private final int[] bars;
  private final short[] ranks;
  private final int[] counts = new int[QuantileGrid.SIZE + 1];
  private final double[] sums = new double[QuantileGrid.SIZE + 1];
  private final double[] squares = new double[QuantileGrid.SIZE + 1];
  private int count;
  private int horizon;
  private double mean;
  private double spread;

  Occasions(int most) {
    gains = new float[most];
    bars = new int[most];
    ranks = new short[most];
  }

  /** Begins anew, with no bars. */
  void clear(int horizonBars) {
    horizon = horizonBars;
    count = 0;
  }

  /** Adds a bar, later than those before. */
  void add(int bar, float gain) {
    bars[count] = bar;
    gains[count++] = gain;
  }

  /** To be called when all bars are there: what a first condition is held against. */
  void complete() {
    double sum = 0;
    double square = 0;
    for (int i = 0; i < count; i++) {
      sum += gains[i];
      square += (double) gains[i] * gains[i];
    }
    mean = count == 0 ? 0 : sum / count;
    spread = count == 0 ? 0 : spread(count, sum, square);
  }

  int count() {
    return count;
  }

  int[] bars() {
    return bars;
  }

  /** Where the ranks of a source at the bars are put before it is looked at. */
  short[] ranks() {
    return ranks;
  }

  /** How well a source tells good bars from others. */
  record Level(int level, boolean above, double score) {
    static final Level NONE = new Level(0, true, 0);
  }

  /**
   * The level at which the source whose {@link #ranks} are there tells best.
   *
   * @param first whether it is the first condition, which has to tell better bars from worse;
   *     further ones have to leave bars that earn, and alike
   */
  Level best(boolean first) {
    Arrays.fill(counts, 0);
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
    int known = 0;
    double sum = 0;
    double square = 0;
    for (int i = 0; i < count; i++) {
      if (ranks[i] >= 0) {
        int between = QuantileGrid.levelsBelow(ranks[i]);
        double gain = gains[i];
        counts[between]++;
        sums[between] += gain;
        squares[between] += gain * gain;
        known++;
        sum += gain;
        square += gain * gain;
      }
    }
    Level best = Level.NONE;
    int below = 0;
    double belowSum = 0;
    double belowSquare = 0;
    for (int level = 0; level < QuantileGrid.SIZE; level++) {
      below += counts[level];
      belowSum += sums[level];
      belowSquare += squares[level];
      double low = score(below, belowSum, belowSquare, first);
      double high = score(known - below, sum - belowSum, square - belowSquare, first);
      if (low > best.score()) {
        best = new Level(level, false, low);
      }
      if (high > best.score()) {
        best = new Level(level, true, high);
      }
    }
    return best;
  }

  private double score(int n, double sum, double square, boolean first) {
    if (n < Insight.FEWEST_OCCASIONS) {
      return 0;
    }
    double scale = Math.max(LEAST_SPREAD, first ? spread : spread(n, sum, square));
    return (sum / n - (first ? mean : 0)) * Math.sqrt((double) n / horizon) / scale;
  }

  /** Keeps the bars whose ranks, which are there, are beyond a level. */
  void narrow(double quantile, boolean above) {
    double limit = quantile * PairHistory.RANK_STEPS;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (isBeyond(i, limit, above)) {
        bars[kept] = bars[i];
        gains[kept++] = gains[i];
      }
    }
    count = kept;
  }

  /** The t statistic of trades that do not overlap, 0 where they are few. */
  double apart() {
    return apart(Double.NaN, true);
  }

  /** The same if only bars were kept whose ranks, which are there, are beyond a level. */
  double apart(double quantile, boolean above) {
    double limit = quantile * PairHistory.RANK_STEPS;
    int free = 0;
    int n = 0;
    double sum = 0;
    double square = 0;
    for (int i = 0; i < count; i++) {
      boolean holds = Double.isNaN(limit) || isBeyond(i, limit, above);
      if (holds && bars[i] >= free) {
        n++;
        sum += gains[i];
        square += (double) gains[i] * gains[i];
        free = bars[i] + horizon;
      }
    }
    if (n < Insight.FEWEST_OCCASIONS) {
      return 0;
    }
    return sum / n * Math.sqrt(n) / Math.max(LEAST_SPREAD, spread(n, sum, square));
  }

  private static double spread(int n, double sum, double square) {
    double average = sum / n;
    return Math.sqrt(Math.max(0, square / n - average * average));
  }

  private boolean isBeyond(int index, double limit, boolean above) {
    return above ? ranks[index] > limit : ranks[index] >= 0 && ranks[index] < limit;
  }
}
