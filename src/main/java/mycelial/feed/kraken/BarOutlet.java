package mycelial.feed.kraken;

import java.util.TreeMap;
import mycelial.feed.Arrival;
import mycelial.feed.Arrivals;
import mycelial.market.Bar;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * The last step of a pair's bars: one for each interval in strictly increasing time. Where nothing
 * traded for up to an hour there are quiet bars, after a longer silence the next bar is marked, as
 * in a replay. Not safe for use by several threads.
 */
final class BarOutlet {
  /** A longer silence is a gap, seconds. */
  static final long SILENCE = 3600;

  private static final int REMEMBERED = 32;
  private final Pair pair;
  private final BarRules rules;
  private final Arrivals sink;
  private final TreeMap<Long, Bar> told = new TreeMap<>();
  private double lastClose = Double.NaN;
  private long lastTradedEnd = Long.MIN_VALUE;
  private long nextStart;

  BarOutlet(Pair pair, BarRules rules, Arrivals sink) {
    this.pair = pair;
    this.rules = rules;
    this.sink = sink;
  }

  /** Goes on after a bar that is known already. */
  void beginAfter(Bar bar) {
    nextStart = bar.end();
    lastClose = bar.close();
    lastTradedEnd = bar.end();
    remember(bar);
  }

  /** Begins with the bar that starts then. */
  void beginAt(long start) {
    nextStart = start;
  }

  /** Start of the next bar, seconds since the epoch. */
  long nextStart() {
    return nextStart;
  }

  /** Close of the last bar, or NaN before the first. */
  double lastClose() {
    return lastClose;
  }

  /** The bar of that start that was told, while it is remembered. */
  @Nullable Bar told(long start) {
    return told.get(start);
  }

  /** Nothing traded up to an instant. */
  void quietUntil(long instant) {
    while (nextStart + rules.interval().seconds() <= instant) {
      long end = nextStart + rules.interval().seconds();
      boolean isKnown = lastTradedEnd != Long.MIN_VALUE;
      if (isKnown && end - lastTradedEnd <= SILENCE) {
        tell(Bar.quiet(nextStart, rules.interval(), lastClose), false);
      }
      nextStart = end;
    }
  }

  /** A bar in which something traded; before it nothing did. */
  void traded(Bar bar, double now) {
    quietUntil(bar.start());
    boolean gap = lastTradedEnd != Long.MIN_VALUE && bar.start() - lastTradedEnd > SILENCE;
    nextStart = bar.end();
    lastClose = bar.close();
    lastTradedEnd = bar.end();
    tell(now > bar.end() + rules.late() ? bar.late() : bar, gap);
  }

  private void tell(Bar bar, boolean gap) {
    remember(bar);
    sink.offer(new Arrival.Market(new MarketUpdate(pair, bar, null, gap)));
  }

  private void remember(Bar bar) {
    told.put(bar.start(), bar);
    if (told.size() > REMEMBERED) {
      told.pollFirstEntry();
    }
  }
}
