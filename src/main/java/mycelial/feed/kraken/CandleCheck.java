package mycelial.feed.kraken;

import mycelial.market.Bar;
import mycelial.market.Interval;

/** Whether what Kraken tells can be a bar, and why not. */
final class CandleCheck {
  /** Seconds by which the exchange's clock may be ahead of what is believed. */
  private static final int TOLERANCE = 30;

  private static final long YEAR_2010 = 1_262_304_000L;
  private static final long YEAR_3000 = 32_503_680_000L;

  private CandleCheck() {}

  /**
   * The bar.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Bar bar(Candle candle, Interval interval, double now) {
    long start = candle.start();
    if (start >= YEAR_3000) {
      throw new IllegalArgumentException(
          "start " + start + " looks like milliseconds or finer; seconds are expected");
    }
    if (start < YEAR_2010) {
      throw new IllegalArgumentException("start " + start + " is before Kraken was");
    }
    if (start > now + TOLERANCE) {
      throw new IllegalArgumentException("start " + start + " is in the future");
    }
    if (candle.trades() < 0 || candle.trades() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("trades " + candle.trades() + " is not a count");
    }
    Bar bar =
        new Bar(
            start,
            interval,
            candle.open(),
            candle.high(),
            candle.low(),
            candle.close(),
            candle.volume(),
            (int) candle.trades(),
            candle.volume() == 0 ? Bar.Kind.QUIET : Bar.Kind.TRADED);
    if (bar.isQuiet() && bar.high() != bar.low()) {
      throw new IllegalArgumentException("the price moves without any volume");
    }
    return bar;
  }

  /** Whether two bars say the same; sources need not agree on the number of trades. */
  static boolean agree(Bar one, Bar other) {
    return one.start() == other.start()
        && one.close() == other.close()
        && one.volume() == other.volume()
        && (one.isQuiet()
            || (one.open() == other.open()
                && one.high() == other.high()
                && one.low() == other.low()));
  }
}
