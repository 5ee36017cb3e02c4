package mycelial.feed.replay;

import mycelial.market.Bar;
import mycelial.market.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fields of a line into a bar and says precisely what is wrong with them. The time unit
 * is that of the first row. Used by one thread.
 */
final class Row {
  private final Fields fields;
  private final Columns columns;
  private final Interval interval;
  private @Nullable EpochUnit unit;

  Row(Fields fields, Columns columns, Interval interval) {
    this.fields = fields;
    this.columns = columns;
    this.interval = interval;
  }

  /** A row of another reader of the same file. */
  Row(Row other, Fields fields) {
    this(fields, other.columns, other.interval);
    unit = other.unit;
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
    long time = fields.digits(field);
    if (time < 0) {
      double number = number(field, "time");
      time = (long) number;
      if (time != number || number < 0) {
        throw fields.error(field, "time " + fields.text(field) + " is not a whole number above 0");
      }
    }
    return seconds(field, time);
  }

  private long seconds(int field, long time) {
    EpochUnit found = EpochUnit.of(time);
    if (found == null) {
      throw fields.error(
          field,
          "time "
              + time
              + " "
              + EpochUnit.describe(time)
              + "; expected seconds or milliseconds since 1970 (UTC)");
    }
    if (unit == null) {
      unit = found;
    }
    if (found != unit) {
      throw fields.error(
          field,
          "time " + time + " is in " + found.label() + ", the first row's in " + unit.label());
    }
    if (time % (unit.perSecond() * interval.seconds()) != 0) {
      throw fields.error(
          field, "time " + time + " is not the start of a bar of " + interval.minutes() + " min");
    }
    return unit.toSeconds(time);
  }

  private double price(int field, String name) {
    double value = number(field, name);
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
    double value = number(columns.volume(), "volume");
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
    double value = number(field, "trades");
    if (value < 0 || value > Integer.MAX_VALUE || value != (int) value) {
      throw fields.error(
          field, "trades " + fields.text(field) + " is not a whole number of zero or more");
    }
    return (int) value;
  }

  private double number(int field, String name) {
    double value = fields.number(field);
    if (Double.isFinite(value)) {
      return value;
    }
    String text = fields.text(field);
    if (text.isEmpty()) {
      throw fields.error(field, name + " is empty, expected a number");
    }
    if (text.indexOf(',') >= 0) {
      throw fields.error(
          field, name + " '" + shorten(text) + "' has a decimal comma, expected a decimal point");
    }
    throw fields.error(
        field, name + " '" + shorten(text) + "' is not a finite number, expected one like 35000.5");
  }

  private static String shorten(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= 40 ? clean : clean.substring(0, 40) + "...";
  }
}
