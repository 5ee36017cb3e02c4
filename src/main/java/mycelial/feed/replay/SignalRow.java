package mycelial.feed.replay;

import java.util.regex.Pattern;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;

/**
 * Turns the fields of a line into a signal and says precisely what is wrong with them. Times are in
 * seconds or milliseconds, as the first one is. Used by one thread.
 */
final class SignalRow {
  private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+%/-]{0,63}");

  /** Longer ones are none, and are shown shortened. */
  private static final int LONGEST_CHANNEL = 100;

  private final Fields fields;
  private final SignalColumns columns;
  private final Timestamps times = new Timestamps();

  SignalRow(Fields fields, SignalColumns columns) {
    this.fields = fields;
    this.columns = columns;
  }

  /** The column by which rows are sorted. */
  int timeColumn() {
    return columns.seen() < 0 ? columns.timestamp() : columns.seen();
  }

  /**
   * The signal in the current line.
   *
   * @throws mycelial.feed.BadDataException naming file, line, column and reason
   */
  MoatSignal parse() {
    requireCount();
    long happened = times.read(fields, columns.timestamp(), "timestamp");
    long known = happened;
    if (columns.seen() >= 0) {
      known = times.read(fields, columns.seen(), "seen");
      if (known < happened) {
        throw fields.error(
            columns.seen(), "seen " + known + " is before the timestamp " + happened);
      }
    }
    MoatTarget target = target();
    String field = field();
    // Adding zero turns -0.0 into 0.0: equal rows have equal bits.
    double value = fields.finite(columns.value(), "value") + 0.0;
    return new MoatSignal(target, field, value, times.unit().toSeconds(happened), ceiling(known));
  }

  /** The first whole second at which it is known: never before. */
  private long ceiling(long time) {
    return -Math.floorDiv(-time, times.unit().perSecond());
  }

  private void requireCount() {
    int expected = columns.fields();
    int found = fields.count();
    if (found != expected) {
      throw fields.error(
          Math.min(found, expected),
          found
              + " fields, the header has "
              + expected
              + (found < expected ? ": the line is truncated" : ": the line has too many"));
    }
  }

  private MoatTarget target() {
    String text = fields.text(columns.channel());
    try {
      return MoatTarget.of(text.length() <= LONGEST_CHANNEL ? text : Fields.shorten(text));
    } catch (IllegalArgumentException bad) {
      throw fields.error(columns.channel(), String.valueOf(bad.getMessage()));
    }
  }

  private String field() {
    String text = fields.text(columns.field());
    if (!FIELD.matcher(text).matches()) {
      throw fields.error(
          columns.field(),
          "field '"
              + Fields.shorten(text)
              + "' is not a name; expected 1 to 64 of A-Z, a-z, 0-9, . _ + % / -");
    }
    return text;
  }
}
