package mycelial.feed.kraken;

import mycelial.feed.Arrival;
import mycelial.feed.Arrivals;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.Quote;

/**
 * A pair's quotes: the middle of bid and ask when it changes, the last change of each second. Not
 * safe for use by several threads.
 */
final class QuoteDesk {
  /** Wider spreads are no prices, a fraction of the bid. */
  private static final double WIDEST = 0.5;

  private static final double MOST = 0.9;
  private final Pair pair;
  private final Arrivals sink;
  private final FeedCounts counts;
  private double lastTold = Double.NaN;
  private double toldAt = Double.NEGATIVE_INFINITY;
  private double waiting = Double.NaN;

  QuoteDesk(Pair pair, Arrivals sink, FeedCounts counts) {
    this.pair = pair;
    this.sink = sink;
    this.counts = counts;
  }

  /**
   * Best prices came.
   *
   * @param lastClose the last bar's close, or NaN
   * @return whether they can be prices
   */
  boolean prices(BestPrices prices, double lastClose, double now) {
    double mid = (prices.bid() + prices.ask()) / 2;
    boolean isPrice =
        prices.bid() > 0
            && prices.ask() >= prices.bid()
            && prices.ask() - prices.bid() <= WIDEST * prices.bid();
    if (!isPrice || !isPlausible(mid, lastClose)) {
      counts.warn("quote rejected", pair + ": bid " + prices.bid() + ", ask " + prices.ask());
      return false;
    }
    waiting = mid == lastTold ? Double.NaN : mid;
    flush(now);
    return true;
  }

  private boolean isPlausible(double mid, double lastClose) {
    boolean isFirst = Double.isNaN(lastClose) && Double.isNaN(lastTold);
    return isFirst || isNear(mid, lastClose) || isNear(mid, lastTold);
  }

  private static boolean isNear(double mid, double price) {
    return mid <= price * (1 + MOST) && mid >= price * (1 - MOST);
  }

  /** Tells the newest change if a second has passed since the last one. */
  void flush(double now) {
    if (!Double.isNaN(waiting) && now >= toldAt + 1) {
      lastTold = waiting;
      toldAt = now;
      waiting = Double.NaN;
      sink.offer(new Arrival.Market(new MarketUpdate(pair, null, new Quote(now, lastTold), false)));
    }
  }
}
