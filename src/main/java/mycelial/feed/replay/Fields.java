package mycelial.feed.replay;

import java.nio.charset.StandardCharsets;
import mycelial.feed.BadDataException;

/**
 * The fields of one line as ranges of bytes, without the blanks and quotes around them. One object
 * serves all lines of a file. Used by one thread.
 */
final class Fields {
  private static final int MOST = 64;

  private final String file;
  private final int[] from = new int[MOST];
  private final int[] to = new int[MOST];
  private byte[] bytes = new byte[0];
  private int lineFrom;
  private int lineTo;
  private long line;
  private int count;

  Fields(String file) {
    this.file = file;
  }

  /** Splits the line that the reader stands on. */
  void split(LineReader lines, byte separator) {
    line = lines.number();
    split(lines.bytes(), lines.from(), lines.to(), separator);
  }

  /**
   * Splits {@code bytes[begin, end)}.
   *
   * @throws BadDataException when a quote is not closed or there are more than 64 fields
   */
  void split(byte[] data, int begin, int end, byte separator) {
    bytes = data;
    lineFrom = begin;
    lineTo = end;
    count = 0;
    int i = begin;
    while (true) {
      if (count == MOST) {
        throw at(i, "more than " + MOST + " fields in a line");
      }
      int next = field(i, separator);
      count++;
      if (next >= end) {
        return;
      }
      i = next + 1;
    }
  }

  /** Notes the field that begins at {@code begin}; where its separator or the line's end is. */
  private int field(int begin, byte separator) {
    int i = begin;
    while (i < lineTo && isBlank(i) && bytes[i] != separator) {
      i++;
    }
    if (i < lineTo && bytes[i] == '"') {
      return quoted(i, separator);
    }
    from[count] = i;
    while (i < lineTo && bytes[i] != separator) {
      i++;
    }
    setEnd(i);
    return i;
  }

  private int quoted(int quote, byte separator) {
    int i = quote + 1;
    while (i < lineTo && bytes[i] != '"') {
      i++;
    }
    if (i == lineTo) {
      throw at(quote, "a quote is opened and not closed");
    }
    from[count] = quote + 1;
    setEnd(i);
    do {
      i++;
    } while (i < lineTo && isBlank(i) && bytes[i] != separator);
    if (i < lineTo && bytes[i] != separator) {
      throw at(i, "text after a closing quote");
    }
    return i;
  }

  private void setEnd(int end) {
    int last = end;
    while (last > from[count] && isBlank(last - 1)) {
      last--;
    }
    while (from[count] < last && isBlank(from[count])) {
      from[count]++;
    }
    to[count] = last;
  }

  private boolean isBlank(int index) {
    return bytes[index] == ' ' || bytes[index] == '\t';
  }

  int count() {
    return count;
  }

  /** Whether nothing but blanks is in the line. */
  boolean isBlankLine() {
    return count == 1 && from[0] == to[0];
  }

  /** Whether the field begins as a number does. */
  boolean looksNumeric(int field) {
    if (from[field] == to[field]) {
      return false;
    }
    byte first = bytes[from[field]];
    return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
  }

  String text(int field) {
    return new String(bytes, from[field], to[field] - from[field], StandardCharsets.UTF_8);
  }

  /** The number in a field; NaN where it is not one. */
  double number(int field) {
    return Decimals.parse(bytes, from[field], to[field]);
  }

  /**
   * The finite number in a field.
   *
   * @param name of the column, for messages
   * @throws BadDataException when the field holds anything else
   */
  double finite(int field, String name) {
    double value = number(field);
    if (Double.isFinite(value)) {
      return value;
    }
    String text = text(field);
    if (text.isEmpty()) {
      throw error(field, name + " is empty, expected a number");
    }
    if (text.indexOf(',') >= 0) {
      throw error(
          field, name + " '" + shorten(text) + "' has a decimal comma, expected a decimal point");
    }
    throw error(
        field, name + " '" + shorten(text) + "' is not a finite number, expected one like 35000.5");
  }

  /** A text as messages show it: without control characters, and not long. */
  static String shorten(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= 40 ? clean : clean.substring(0, 40) + "...";
  }

  /** The whole number in a field of up to 18 digits; -1 where it is something else. */
  long digits(int field) {
    int length = to[field] - from[field];
    long value = 0;
    for (int i = from[field]; i < to[field]; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return length == 0 || length > 18 ? -1 : value;
  }

  /** What is wrong with a field, with its place; past the last field it is the line's end. */
  BadDataException error(int field, String reason) {
    return at(field < count ? from[field] : lineTo, reason);
  }

  private BadDataException at(int index, String reason) {
    int column = 1;
    for (int i = lineFrom; i < index; i++) {
      column += (bytes[i] & 0xC0) == 0x80 ? 0 : 1;
    }
    return new BadDataException(file + ":" + line + ":" + column + ": " + reason);
  }
}
