package mycelial.feed.replay;

import java.math.BigDecimal;
import mycelial.market.Bar;
import mycelial.market.Interval;

/** Adds bars up to one of a longer interval, exactly. Used by one thread. */
final class Sum {
  private final long start;
  private final Interval interval;
  private final double open;
  private double high;
  private double low;
  private double close;
  private BigDecimal volume = BigDecimal.ZERO;
  private int trades;

  /** A sum that begins with its first bar. */
  Sum(Bar first, Interval interval) {
    this.interval = interval;
    start = first.start() - Math.floorMod(first.start(), interval.seconds());
    open = first.open();
    high = first.high();
    low = first.low();
    close = first.close();
    add(first);
  }

  long start() {
    return start;
  }

  boolean takes(Bar bar) {
    return bar.start() < start + interval.seconds();
  }

  void add(Bar bar) {
    high = Math.max(high, bar.high());
    low = Math.min(low, bar.low());
    close = bar.close();
    volume = volume.add(BigDecimal.valueOf(bar.volume()));
    trades += bar.trades();
  }

  /** The sum as a bar. */
  Bar bar() {
    return new Bar(
        start, interval, open, high, low, close, volume.doubleValue(), trades, Bar.Kind.TRADED);
  }
}
