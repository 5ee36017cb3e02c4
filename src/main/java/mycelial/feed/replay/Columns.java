package mycelial.feed.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a line holds which value, counted from 0.
 *
 * @param separator byte between two fields
 * @param trades -1 where the file does not count trades
 * @param fields number of fields that every line must have
 * @param header whether the first line names the columns
 */
record Columns(
    byte separator,
    int time,
    int open,
    int high,
    int low,
    int close,
    int volume,
    int trades,
    int fields,
    boolean header) {
  private static final List<List<String>> NAMES =
      List.of(
          List.of("time", "timestamp", "date"),
          List.of("open"),
          List.of("high"),
          List.of("low"),
          List.of("close"),
          List.of("volume", "vol"),
          List.of("trades", "count"));

  /** The separator of a file, by its first line. */
  static byte separator(byte[] bytes, int from, int to) {
    byte found = ',';
    for (int i = from; i < to; i++) {
      if (bytes[i] == ';') {
        return ';';
      }
      if (bytes[i] == '\t') {
        found = '\t';
      }
    }
    return found;
  }

  /**
   * Reads the first line of a file, split already.
   *
   * @throws mycelial.feed.BadDataException when the columns are not those of a candle file
   */
  static Columns of(Fields first, byte separator) {
    for (int i = 0; i < first.count(); i++) {
      if (first.looksNumeric(i)) {
        return withoutHeader(first, separator);
      }
    }
    return withHeader(first, separator);
  }

  private static Columns withoutHeader(Fields first, byte separator) {
    int count = first.count();
    if (count < 6 || count > 7) {
      throw first.error(
          Math.min(count, 7),
          count
              + " fields and no header, expected 6 or 7:"
              + " time,open,high,low,close,volume[,trades]; name other columns in a header line");
    }
    return new Columns(separator, 0, 1, 2, 3, 4, 5, count == 7 ? 6 : -1, count, false);
  }

  private static Columns withHeader(Fields first, byte separator) {
    int[] at = new int[NAMES.size()];
    List<String> missing = new ArrayList<>();
    for (int value = 0; value < at.length; value++) {
      at[value] = find(first, NAMES.get(value));
      if (at[value] < 0 && value < 6) {
        missing.add(NAMES.get(value).getFirst());
      }
    }
    if (!missing.isEmpty()) {
      throw first.error(
          0,
          "the header does not name "
              + String.join(", ", missing)
              + " (expected time, open, high, low, close, volume and perhaps trades)");
    }
    return new Columns(
        separator, at[0], at[1], at[2], at[3], at[4], at[5], at[6], first.count(), true);
  }

  private static int find(Fields header, List<String> names) {
    @Nullable String seen = null;
    int found = -1;
    for (int i = 0; i < header.count(); i++) {
      String name = header.text(i).toLowerCase(Locale.ROOT);
      if (!names.contains(name)) {
        continue;
      }
      if (seen != null) {
        throw header.error(i, "the header names " + seen + " and " + name + ", which is meant?");
      }
      seen = name;
      found = i;
    }
    return found;
  }
}
