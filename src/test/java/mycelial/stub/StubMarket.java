package mycelial.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mycelial.feed.MarketFeed;
import mycelial.market.Bar;
import mycelial.market.MarketUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The stub's market: bars of a feed, read as time goes on, and within each of them the trades and
 * quotes that make it. It answers for any instant since its beginning. Safe for use by several
 * threads.
 */
final class StubMarket implements AutoCloseable {
  private final MarketFeed feed;
  private final List<StubPair> pairs;
  private final long seed;
  private final double quietShare;
  private final int seconds;
  private final long first;
  private final List<List<@Nullable Bar>> bars = new ArrayList<>();
  private final List<List<Candle>> candles = new ArrayList<>();
  private final int[] row;

  /**
   * @param quietShare the share of bars in which nothing trades after all, 0 to 1
   */
  StubMarket(MarketFeed feed, List<StubPair> pairs, long seed, double quietShare) {
    this.feed = feed;
    this.seed = seed;
    this.quietShare = quietShare;
    this.seconds = feed.interval().seconds();
    this.first = feed.firstTime();
    this.row = new int[feed.pairs().size()];
    List<StubPair> served = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      int at = i;
      row[i] = -1;
      for (StubPair pair : pairs) {
        if (pair.pair().equals(feed.pairs().get(at))) {
          row[i] = served.size();
          served.add(pair);
          bars.add(new ArrayList<>());
          candles.add(new ArrayList<>());
        }
      }
    }
    this.pairs = List.copyOf(served);
  }

  /** What is traded, in the feed's order; other methods know a pair by its place here. */
  List<StubPair> pairs() {
    return pairs;
  }

  /** The first instant it can answer for, seconds since the epoch. */
  long firstTime() {
    return first;
  }

  /** Length of the feed's bars, seconds: no candle can be longer apart than its trades. */
  int baseSeconds() {
    return seconds;
  }

  private int slot(double time) {
    return slotOf((long) Math.floor(time));
  }

  private int slotOf(long second) {
    return (int) Math.floorDiv(second - first, seconds);
  }

  private long startOf(int slot) {
    return first + (long) slot * seconds;
  }

  private synchronized @Nullable Bar bar(int pair, int slot) {
    read(startOf(slot) + seconds);
    List<@Nullable Bar> series = bars.get(pair);
    return slot < 0 || slot >= series.size() ? null : series.get(slot);
  }

  private void read(long until) {
    for (OptionalLong next = feed.nextTime();
        next.isPresent() && next.getAsLong() <= until;
        next = feed.nextTime()) {
      for (MarketUpdate update : feed.next()) {
        Bar closed = update.closed();
        int pair = row[feed.pairs().indexOf(update.pair())];
        if (closed != null && pair >= 0) {
          keep(pair, closed);
        }
      }
    }
  }

  private void keep(int pair, Bar bar) {
    List<@Nullable Bar> series = bars.get(pair);
    int slot = slotOf(bar.start());
    while (series.size() < slot) {
      series.add(null);
    }
    double chance = Draw.of(seed, "quiet " + pairs.get(pair).id(), bar.start()).uniform();
    series.add(bar.isQuiet() || chance < quietShare ? null : bar);
  }

  private @Nullable TradePath path(int pair, int slot) {
    Bar bar = bar(pair, slot);
    return bar == null ? null : new TradePath(pairs.get(pair), bar, seed, slot);
  }

  private static long nanos(double time) {
    long micros = (long) (time * 1e6);
    return micros * 1000;
  }

  /** Trades of a pair after one instant and up to another, seconds since the epoch. */
  List<StubTrade> trades(int pair, double after, double until) {
    long from = nanos(after);
    long to = nanos(until);
    return tradesNanos(pair, from, to, Integer.MAX_VALUE);
  }

  /** The first so many trades after one instant and up to another, nanoseconds. */
  List<StubTrade> tradesNanos(int pair, long after, long until, int most) {
    List<StubTrade> found = new ArrayList<>();
    int last = slot(until / 1e9);
    for (int slot = Math.max(0, slot(after / 1e9)); slot <= last; slot++) {
      TradePath path = path(pair, slot);
      if (path == null) {
        continue;
      }
      for (StubTrade trade : path.trades()) {
        if (trade.nanos() > after && trade.nanos() <= until && found.size() < most) {
          found.add(trade);
        }
      }
      if (found.size() >= most) {
        break;
      }
    }
    return found;
  }

  /** The candle of a bar of the feed that is over. */
  private synchronized Candle closed(int pair, int slot) {
    List<Candle> series = candles.get(pair);
    while (series.size() <= slot) {
      int next = series.size();
      TradePath path = path(pair, next);
      long before = next == 0 ? firstOpen(pair) : series.get(next - 1).close();
      List<StubTrade> trades = path == null ? List.of() : path.trades();
      series.add(Candle.of(startOf(next), before, trades));
    }
    return series.get(slot);
  }

  /** A pair whose file begins later is worth from the beginning what it opens at. */
  private long firstOpen(int pair) {
    for (int slot = 0; startOf(slot) < feed.lastTime(); slot++) {
      Bar bar = bar(pair, slot);
      if (bar != null) {
        return pairs.get(pair).ticks(bar.open());
      }
    }
    return 1;
  }

  /** Where a pair last traded at an instant, ticks. */
  long lastTicks(int pair, double time) {
    int slot = slot(time);
    return candle(pair, startOf(slot), seconds, time).close();
  }

  /**
   * A pair's candle as it stands at an instant: closed, running, or flat when nothing traded.
   *
   * @param start its start, not before {@link #firstTime}
   * @param length its length, seconds
   */
  Candle candle(int pair, long start, int length, double time) {
    long before = start <= first ? firstOpen(pair) : closed(pair, slotOf(start - 1)).close();
    if (length < seconds) {
      double end = Math.min(time, Math.nextDown((double) (start + length)));
      before = lastBefore(pair, start, before);
      return Candle.of(start, before, trades(pair, start - 1e-6, end));
    }
    Candle candle = Candle.flat(start, before);
    for (int slot = Math.max(0, slotOf(start)); startOf(slot) < start + length; slot++) {
      if (startOf(slot) + seconds <= time) {
        candle = candle.with(closed(pair, slot));
      } else {
        List<StubTrade> soFar = trades(pair, startOf(slot) - 1e-6, time);
        return candle.with(Candle.of(startOf(slot), candle.close(), soFar));
      }
    }
    return candle;
  }

  /** The last 24 hours as one candle, of whole bars of the feed and the running one. */
  Candle day(int pair, double time) {
    long start = Math.max(first, startOf(slot(time)) - 86_400);
    return candle(pair, start, 86_400 + seconds, time);
  }

  private long lastBefore(int pair, long start, long fallback) {
    List<StubTrade> earlier = trades(pair, startOf(slotOf(start)) - 1e-6, start - 1e-6);
    return earlier.isEmpty() ? fallback : earlier.getLast().ticks();
  }

  /** The quote in force at an instant. */
  BidAsk bidAsk(int pair, double time) {
    TradePath path = path(pair, slot(time));
    double mid = path == null ? lastTicks(pair, time) : path.mid(time);
    double half = mid * pairs.get(pair).spec().halfSpread().doubleValue();
    long bid = Math.max(1, (long) Math.floor(mid - half));
    return new BidAsk(bid, Math.max(bid + 1, (long) Math.ceil(mid + half)));
  }

  /**
   * Best bid and ask.
   *
   * @param bid in ticks
   * @param ask in ticks
   */
  record BidAsk(long bid, long ask) {}

  @Override
  public synchronized void close() {
    feed.close();
  }
}
