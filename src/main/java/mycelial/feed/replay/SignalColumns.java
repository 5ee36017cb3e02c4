package mycelial.feed.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which field of a line of a signal file holds which value, counted from 0. The header is required:
 * five numbers and words in a row do not tell what they are.
 *
 * @param seen -1 where the file does not say when a signal became known
 * @param fields number of fields that every line must have
 */
record SignalColumns(int timestamp, int channel, int field, int value, int seen, int fields) {
  private static final List<String> NAMES =
      List.of("timestamp", "channel", "field", "value", "seen");
  private static final int REQUIRED = 4;

  /**
   * Reads the first line of a file, split already.
   *
   * @throws mycelial.feed.BadDataException when it does not name the columns of a signal file
   */
  static SignalColumns of(Fields header) {
    int[] at = {-1, -1, -1, -1, -1};
    for (int i = 0; i < header.count(); i++) {
      String name = header.text(i).toLowerCase(Locale.ROOT);
      int column = NAMES.indexOf(name);
      if (column < 0) {
        throw header.error(
            i,
            "the header names '"
                + Fields.shorten(name)
                + "', expected timestamp,channel,field,value[,seen]");
      }
      if (at[column] >= 0) {
        throw header.error(i, "the header names " + name + " twice");
      }
      at[column] = i;
    }
    List<String> missing = new ArrayList<>();
    for (int column = 0; column < REQUIRED; column++) {
      if (at[column] < 0) {
        missing.add(NAMES.get(column));
      }
    }
    if (!missing.isEmpty()) {
      throw header.error(
          0,
          "the header does not name "
              + String.join(", ", missing)
              + " (expected timestamp,channel,field,value[,seen])");
    }
    return new SignalColumns(at[0], at[1], at[2], at[3], at[4], header.count());
  }
}
