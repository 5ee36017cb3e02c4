package mycelial.feed.kraken;

import java.util.ArrayList;
import java.util.List;
import mycelial.market.Bar;
import mycelial.market.Interval;

/** Makes bars of trades in time order. Not safe for use by several threads. */
final class TradeBars {
  private final Interval interval;
  private final List<Bar> bars = new ArrayList<>();
  private long start = -1;
  private double open;
  private double high;
  private double low;
  private double close;
  private double volume;
  private int count;

  TradeBars(Interval interval) {
    this.interval = interval;
  }

  /**
   * One trade, not earlier than the one before.
   *
   * @throws IllegalArgumentException when it is earlier or its numbers are none
   */
  void add(double time, double price, double amount) {
    if (!(price > 0) || !(amount >= 0) || Double.isInfinite(price * amount)) {
      throw new IllegalArgumentException("a trade of " + amount + " at " + price);
    }
    long second = (long) Math.floor(time);
    long begin = second - Math.floorMod(second, (long) interval.seconds());
    if (begin < start) {
      throw new IllegalArgumentException("a trade of " + time + " comes after later ones");
    }
    if (begin > start) {
      finish();
      start = begin;
      open = price;
      high = price;
      low = price;
    }
    high = Math.max(high, price);
    low = Math.min(low, price);
    close = price;
    volume += amount;
    count++;
  }

  private void finish() {
    if (count > 0) {
      bars.add(new Bar(start, interval, open, high, low, close, volume, count, Bar.Kind.TRADED));
    }
    volume = 0;
    count = 0;
  }

  /** The bars that end by then; a bar in which nothing traded is left out. */
  List<Bar> until(double time) {
    finish();
    return bars.stream().filter(bar -> bar.end() <= time).toList();
  }
}
