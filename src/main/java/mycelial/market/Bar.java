package mycelial.market;

/**
 * One closed OHLCV bar. Immutable and safe to share between threads.
 *
 * @param start start of the bar, seconds since the epoch (UTC), a multiple of the interval
 * @param interval length of the bar
 * @param open first price, quote currency
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume traded amount in base currency, not negative
 * @param trades number of trades; 0 where the source has no count
 * @param kind whether something traded or the bar only carries the last close on
 */
public record Bar(
    long start,
    Interval interval,
    double open,
    double high,
    double low,
    double close,
    double volume,
    int trades,
    Kind kind) {

  /** Where a bar comes from. */
  public enum Kind {
    /** The source had a row for it. */
    TRADED,
    /** Missing in the source: flat at the last close, volume 0; never traded on. */
    QUIET,
    /** Became known too long after its end to be traded on, as after an outage. */
    LATE
  }

  /**
   * @throws IllegalArgumentException naming the first value that cannot belong to a bar
   */
  public Bar {
    if (start < 0 || start % interval.seconds() != 0) {
      throw new IllegalArgumentException(
          "start " + start + " is not a multiple of " + interval.seconds() + " s since the epoch");
    }
    requirePrice("open", open);
    requirePrice("high", high);
    requirePrice("low", low);
    requirePrice("close", close);
    if (high < low) {
      throw new IllegalArgumentException("high " + high + " is below low " + low);
    }
    if (open > high || open < low) {
      throw new IllegalArgumentException(
          "open " + open + " is outside low " + low + " to high " + high);
    }
    if (close > high || close < low) {
      throw new IllegalArgumentException(
          "close " + close + " is outside low " + low + " to high " + high);
    }
    if (!(volume >= 0) || Double.isInfinite(volume)) {
      throw new IllegalArgumentException("volume " + volume + " is not a number of zero or more");
    }
    if (trades < 0) {
      throw new IllegalArgumentException("trades " + trades + " is negative");
    }
  }

  private static void requirePrice(String name, double price) {
    if (!(price > 0) || Double.isInfinite(price)) {
      throw new IllegalArgumentException(name + " " + price + " is not a price above zero");
    }
  }

  /** A quiet bar: flat at {@code lastClose}, volume 0. */
  public static Bar quiet(long start, Interval interval, double lastClose) {
    return new Bar(start, interval, lastClose, lastClose, lastClose, lastClose, 0, 0, Kind.QUIET);
  }

  /**
   * The instant at which the bar is closed and may be known: start + interval, seconds since the
   * epoch.
   */
  public long end() {
    return start + interval.seconds();
  }

  /** Whether the bar may be a reason to trade. */
  public boolean isActionable() {
    return kind == Kind.TRADED;
  }

  /** The same bar as one that became known too late. */
  public Bar late() {
    return new Bar(start, interval, open, high, low, close, volume, trades, Kind.LATE);
  }

  /** Whether the bar only carries the last close on. */
  public boolean isQuiet() {
    return kind == Kind.QUIET;
  }
}
