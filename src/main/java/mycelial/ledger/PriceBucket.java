package mycelial.ledger;

import mycelial.market.Bar;
import mycelial.market.Pair;

/**
 * The closed bars of a stretch of time of one pair, taken together.
 *
 * @param pair the pair
 * @param time begin, seconds since the epoch
 * @param seconds length
 * @param open first price, quote currency
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume traded amount, base currency
 * @param bars how many bars went in
 * @param quiet how many of them only carried the last close on
 */
public record PriceBucket(
    Pair pair,
    long time,
    int seconds,
    double open,
    double high,
    double low,
    double close,
    double volume,
    int bars,
    int quiet) {

  /** A bucket with one bar in it. */
  static PriceBucket of(Pair pair, long time, int seconds, Bar bar) {
    return new PriceBucket(
        pair,
        time,
        seconds,
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        bar.volume(),
        1,
        bar.isQuiet() ? 1 : 0);
  }

  /** When it is over, seconds since the epoch. */
  public long end() {
    return time + seconds;
  }

  /** This and the bar that follows. */
  PriceBucket with(Bar bar) {
    return new PriceBucket(
        pair,
        time,
        seconds,
        open,
        Math.max(high, bar.high()),
        Math.min(low, bar.low()),
        bar.close(),
        volume + bar.volume(),
        bars + 1,
        quiet + (bar.isQuiet() ? 1 : 0));
  }
}
