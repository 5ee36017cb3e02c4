package mycelial.feed.replay;

import java.io.IOException;
import mycelial.feed.BadDataException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a recorded file, split into fields: text in UTF-8, no line longer than 64 KiB, blank
 * ones at the end only. It stands on the first line when it is opened. Used by one thread.
 */
final class DataLines implements AutoCloseable {
  private final DataFile file;
  private final String content;
  private final DataFile.Stamp stamp;
  private final LineReader lines;
  private final Fields fields;
  private final byte separator;
  private boolean firstPending;

  private DataLines(DataFile file, String content, LineReader lines) throws IOException {
    this.file = file;
    this.content = content;
    this.lines = lines;
    stamp = file.stamp();
    fields = new Fields(file.name());
    requireText();
    separator = Columns.separator(lines.bytes(), lines.from(), lines.to());
    fields.split(lines, separator);
    if (fields.isBlankLine()) {
      throw fields.error(0, "the first line is blank, expected a header or a row");
    }
  }

  /**
   * Opens a file and reads its first line.
   *
   * @param content what the file should hold, for messages, for example {@code candles}
   * @throws BadDataException when the file cannot be read, is empty or no text
   */
  static DataLines open(DataFile file, String content) {
    try {
      LineReader lines = new LineReader(file.open());
      try {
        return new DataLines(file, content, lines);
      } catch (IOException | BadDataException e) {
        lines.close();
        throw e;
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /** Moves to the first line and refuses what is not text in UTF-8. */
  private void requireText() throws IOException {
    if (!lines.next()) {
      throw new BadDataException(
          file.name() + ":1:1: the file is empty, expected rows of " + content);
    }
    requireShort();
    byte[] bytes = lines.bytes();
    int from = lines.from();
    int length = lines.to() - from;
    if (length >= 3 && is(bytes, from, 0xEF, 0xBB) && (bytes[from + 2] & 0xFF) == 0xBF) {
      lines.skip(3);
    }
    boolean wide = length >= 2 && (is(bytes, from, 0xFE, 0xFF) || is(bytes, from, 0xFF, 0xFE));
    for (int i = from; i < lines.to() && !wide; i++) {
      wide = bytes[i] == 0;
    }
    if (wide) {
      throw new BadDataException(
          file.name() + ":1:1: the file is UTF-16 or binary; save it as plain text in UTF-8");
    }
  }

  private static boolean is(byte[] bytes, int at, int first, int second) {
    return (bytes[at] & 0xFF) == first && (bytes[at + 1] & 0xFF) == second;
  }

  /** The fields of the current line; the same object for every line. */
  Fields fields() {
    return fields;
  }

  /** The byte between two fields. */
  byte separator() {
    return separator;
  }

  /** Physical number of the current line, the first is 1. */
  long number() {
    return lines.number();
  }

  /** Has {@link #next} give the first line once more: it is a row and no header. */
  void firstIsRow() {
    firstPending = true;
  }

  /**
   * Moves to the next line that is not blank; false at the end.
   *
   * @throws BadDataException naming file, line, column and reason
   */
  boolean next() {
    if (firstPending) {
      firstPending = false;
      return true;
    }
    try {
      return readOn();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private boolean readOn() throws IOException {
    @Nullable BadDataException blank = null;
    while (lines.next()) {
      requireShort();
      fields.split(lines, separator);
      if (!fields.isBlankLine()) {
        if (blank != null) {
          throw blank;
        }
        return true;
      }
      if (blank == null) {
        blank = fields.error(0, "a blank line between rows");
      }
    }
    return false;
  }

  private void requireShort() {
    if (lines.isTooLong()) {
      throw new BadDataException(
          file.name() + ":" + lines.number() + ":1: the line is longer than 64 KiB");
    }
  }

  /** The error of a file that has a header and nothing below it. */
  BadDataException noRows() {
    return new BadDataException(
        file.name() + ":1:1: the file holds a header and no rows, expected rows of " + content);
  }

  /**
   * @throws BadDataException when the file is not what it was when it was opened
   */
  void requireUnchanged() {
    file.requireUnchanged(stamp);
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }
}
