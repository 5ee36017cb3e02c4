package mycelial.stub;

import java.util.List;

/**
 * A candle, closed or running, as the trades in it make it. Prices are in ticks, amounts in units
 * of 1e-8.
 *
 * @param start seconds since the epoch
 * @param count trades; 0 for a flat one that carries the last price on
 * @param value sum of price times amount, ticks times units
 */
record Candle(
    long start, long open, long high, long low, long close, long units, int count, double value) {

  /** One in which nothing traded. */
  static Candle flat(long start, long ticks) {
    return new Candle(start, ticks, ticks, ticks, ticks, 0, 0, 0);
  }

  /** The candle of some trades, or a flat one when there are none. */
  static Candle of(long start, long before, List<StubTrade> trades) {
    Candle candle = flat(start, before);
    for (StubTrade trade : trades) {
      long ticks = trade.ticks();
      double value = (double) ticks * trade.units();
      candle = candle.with(new Candle(start, ticks, ticks, ticks, ticks, trade.units(), 1, value));
    }
    return candle;
  }

  /** This and what follows it, as one candle that starts where this does. */
  Candle with(Candle later) {
    if (later.count == 0) {
      return this;
    }
    if (count == 0) {
      return new Candle(
          start,
          later.open,
          later.high,
          later.low,
          later.close,
          later.units,
          later.count,
          later.value);
    }
    return new Candle(
        start,
        open,
        Math.max(high, later.high),
        Math.min(low, later.low),
        later.close,
        units + later.units,
        count + later.count,
        value + later.value);
  }

  /** Volume-weighted average price, ticks; 0 when nothing traded. */
  long vwap() {
    return units == 0 ? 0 : Math.round(value / units);
  }
}
