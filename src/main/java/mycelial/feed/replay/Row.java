package mycelial.feed.replay;

import mycelial.market.Bar;
import mycelial.market.Interval;

/**
 * Turns the fields of a line into a bar and says precisely what is wrong with them. The time unit
 * is that of the first row. Used by one thread.
 */
final class Row {
  private final Fields fields;
  private final Columns columns;
  private final Interval interval;
  private final Timestamps times;

  Row(Fields fields, Columns columns, Interval interval) {
    this(fields, columns, interval, new Timestamps());
  }

  private Row(Fields fields, Columns columns, Interval interval, Timestamps times) {
    this.fields = fields;
    this.columns = columns;
    this.interval = interval;
    this.times = times;
  }

  /** A row of another reader of the same file. */
  Row(Row other, Fields fields) {
    this(fields, other.columns, other.interval, new Timestamps(other.times));
  }

  Columns columns() {
    return columns;
  }

  Fields fields() {
    return fields;
  }

  /**
   * The bar in the current line.
   *
   * @throws mycelial.feed.BadDataException naming file, line, column and reason
   */
  Bar parse() {
    requireCount();
    long start = time();
    double open = price(columns.open(), "open");
    double high = price(columns.high(), "high");
    double low = price(columns.low(), "low");
    double close = price(columns.close(), "close");
    if (high < low) {
      throw fields.error(columns.high(), "high " + high + " is below low " + low);
    }
    requireInside(columns.open(), "open", open, low, high);
    requireInside(columns.close(), "close", close, low, high);
    return new Bar(start, interval, open, high, low, close, volume(), trades(), Bar.Kind.TRADED);
  }

  private void requireCount() {
    int expected = columns.fields();
    int found = fields.count();
    if (found < expected) {
      throw fields.error(
          found, found + " fields, the first line has " + expected + ": the line is truncated");
    }
    if (found > expected) {
      throw fields.error(
          expected, found + " fields, the first line has " + expected + ": the line has too many");
    }
  }

  private long time() {
    int field = columns.time();
    long time = times.read(fields, field, "time");
    if (time % (times.unit().perSecond() * interval.seconds()) != 0) {
      throw fields.error(
          field, "time " + time + " is not the start of a bar of " + interval.minutes() + " min");
    }
    return times.unit().toSeconds(time);
  }

  private double price(int field, String name) {
    double value = fields.finite(field, name);
    if (!(value > 0)) {
      throw fields.error(field, name + " " + value + " is not a price above zero");
    }
    return value;
  }

  private void requireInside(int field, String name, double value, double low, double high) {
    if (value < low || value > high) {
      throw fields.error(field, name + " " + value + " is outside low " + low + " to high " + high);
    }
  }

  private double volume() {
    double value = fields.finite(columns.volume(), "volume");
    if (value < 0) {
      throw fields.error(columns.volume(), "volume " + value + " is negative");
    }
    // Adding zero turns -0.0 into 0.0: equal rows have equal bits.
    return value + 0.0;
  }

  private int trades() {
    int field = columns.trades();
    if (field < 0) {
      return 0;
    }
    double value = fields.finite(field, "trades");
    if (value < 0 || value > Integer.MAX_VALUE || value != (int) value) {
      throw fields.error(
          field, "trades " + fields.text(field) + " is not a whole number of zero or more");
    }
    return (int) value;
  }
}
