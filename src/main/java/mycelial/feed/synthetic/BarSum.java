package mycelial.feed.synthetic;

import mycelial.market.Bar;
import mycelial.market.Interval;

/** Adds up consecutive bars to a longer one. Used by one thread. */
final class BarSum {
  private final Bar first;
  private double high;
  private double low;
  private double close;
  private double volume;
  private int trades;

  /** A sum that begins with a bar. */
  BarSum(Bar first) {
    this.first = first;
    high = first.high();
    low = first.low();
    close = first.close();
    volume = first.volume();
    trades = first.trades();
  }

  /** Adds the bar that follows. */
  void add(Bar bar) {
    high = StrictMath.max(high, bar.high());
    low = StrictMath.min(low, bar.low());
    close = bar.close();
    volume += bar.volume();
    trades += bar.trades();
  }

  /** The longer bar; its volume is rounded to the eight decimals that files have. */
  Bar bar(Interval interval) {
    double rounded = Decimal.round(volume, Decimal.VOLUME_DECIMALS);
    return new Bar(
        first.start(), interval, first.open(), high, low, close, rounded, trades, Bar.Kind.TRADED);
  }
}
