package mycelial.feed.replay;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the time stamps of one file; their unit is that of the first one. Used by one thread. */
final class Timestamps {
  private @Nullable EpochUnit unit;

  Timestamps() {}

  /** Those of another reader of the same file. */
  Timestamps(Timestamps other) {
    unit = other.unit;
  }

  /** The file's unit; only after something has been read. */
  EpochUnit unit() {
    return Objects.requireNonNull(unit, "no time stamp has been read");
  }

  /**
   * The time stamp in a field, in the file's unit.
   *
   * @param name of the column, for messages
   * @throws mycelial.feed.BadDataException naming file, line, column and reason
   */
  long read(Fields fields, int field, String name) {
    long time = fields.digits(field);
    if (time < 0) {
      double number = fields.finite(field, name);
      time = (long) number;
      if (time != number || number < 0) {
        throw fields.error(
            field, name + " " + fields.text(field) + " is not a whole number above 0");
      }
    }
    EpochUnit found = EpochUnit.of(time);
    if (found == null) {
      throw fields.error(
          field,
          name
              + " "
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
          name + " " + time + " is in " + found.label() + ", the first row's in " + unit.label());
    }
    return time;
  }
}
