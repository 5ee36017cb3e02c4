package mycelial.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mycelial.analysis.FeatureRanks;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Quote;

/**
 * The newest bars of one pair with what rules need of them, in columns: about 90 bytes a bar, and 6
 * more for each side and horizon that rules have been retested with. A bar has an index in {@link
 * #first} to {@link #size}; indexes are good until the next bar is added. Used by one thread.
 */
final class PairHistory {
  /** The rank of a feature that has none. */
  static final short ABSENT = -1;

  /** Ranks are kept in thousandths. */
  static final int RANK_STEPS = 1000;

  private static final List<Feature> FEATURES = FeatureRanks.ranked();

  private final int capacity;
  private final Interval interval;
  private final boolean[] actionable;
  private final long[] ends;
  private final double[] opens;
  private final double[] highs;
  private final double[] lows;
  private final double[] closes;
  private final double[] atrs;
  private final double[] quoteMids;
  private final double[] quoteTimes;
  private final short[][] ranks;
  private final List<TradeTable> tables = new ArrayList<>();
  private int size;

  /** A history of at most that many bars; a quarter more room saves moving them at each bar. */
  PairHistory(int capacity, Interval interval) {
    this.capacity = capacity;
    this.interval = interval;
    int room = capacity + capacity / 4 + 1;
    actionable = new boolean[room];
    ends = new long[room];
    opens = new double[room];
    highs = new double[room];
    lows = new double[room];
    closes = new double[room];
    atrs = new double[room];
    quoteMids = new double[room];
    quoteTimes = new double[room];
    ranks = new short[FEATURES.size()][room];
  }

  /** Adds a closed bar with its features. */
  void add(Bar bar, FeatureVector features) {
    if (size == ends.length) {
      dropOldest();
    }
    actionable[size] = bar.isActionable();
    ends[size] = bar.end();
    opens[size] = bar.open();
    highs[size] = bar.high();
    lows[size] = bar.low();
    closes[size] = bar.close();
    atrs[size] = features.has(Feature.ATR) ? features.value(Feature.ATR) : Double.NaN;
    quoteMids[size] = Double.NaN;
    for (int i = 0; i < ranks.length; i++) {
      ranks[i][size] = thousandths(features.rankOrNaN(FEATURES.get(i)));
    }
    size++;
  }

  /** A rank between 0 and 1 in thousandths, {@link #ABSENT} for NaN. */
  static short thousandths(double rank) {
    return rank >= 0 ? (short) (rank * RANK_STEPS + 0.5) : ABSENT;
  }

  /** Adds a quote; the first one since the newest bar is what a trade would be opened at. */
  void add(Quote quote) {
    int last = size - 1;
    if (last >= 0 && Double.isNaN(quoteMids[last]) && quote.time() >= ends[last]) {
      quoteMids[last] = quote.mid();
      quoteTimes[last] = quote.time();
    }
  }

  private void dropOldest() {
    int from = size - capacity + 1;
    int kept = capacity - 1;
    System.arraycopy(actionable, from, actionable, 0, kept);
    System.arraycopy(ends, from, ends, 0, kept);
    for (double[] column : Arrays.asList(opens, highs, lows, closes, atrs, quoteMids, quoteTimes)) {
      System.arraycopy(column, from, column, 0, kept);
    }
    for (short[] column : ranks) {
      System.arraycopy(column, from, column, 0, kept);
    }
    for (TradeTable table : tables) {
      table.move(from, kept);
    }
    size = kept;
  }

  /** The trades that such rules make here. */
  TradeTable trades(TradeSimulator simulator, Rule rule) {
    for (TradeTable table : tables) {
      if (table.isOf(rule)) {
        return table;
      }
    }
    TradeTable table = new TradeTable(simulator, rule, this);
    tables.add(table);
    return table;
  }

  /** How many indexes there may be. */
  int room() {
    return ends.length;
  }

  /** Index of the oldest bar. */
  int first() {
    return Math.max(0, size - capacity);
  }

  /** One more than the index of the newest bar. */
  int size() {
    return size;
  }

  /** How many bars there are. */
  int bars() {
    return size - first();
  }

  boolean isActionable(int index) {
    return actionable[index];
  }

  long end(int index) {
    return ends[index];
  }

  double high(int index) {
    return highs[index];
  }

  double low(int index) {
    return lows[index];
  }

  /** ATR at the close, quote currency; NaN when absent. */
  double atr(int index) {
    return atrs[index];
  }

  /** Mid of the first quote after the close and before the next one; NaN when there was none. */
  double quoteMid(int index) {
    return quoteMids[index];
  }

  /** Time of that quote, seconds since the epoch; meaningless when there was none. */
  double quoteTime(int index) {
    return quoteTimes[index];
  }

  /** The ranks of a feature in thousandths by index; the array is the history's own. */
  short[] ranks(Feature feature) {
    return ranks[FEATURES.indexOf(feature)];
  }

  /** The bar without its volume, which no exit looks at. */
  Bar bar(int index) {
    return new Bar(
        ends[index] - interval.seconds(),
        interval,
        opens[index],
        highs[index],
        lows[index],
        closes[index],
        0,
        0,
        actionable[index] ? Bar.Kind.TRADED : Bar.Kind.QUIET);
  }
}
