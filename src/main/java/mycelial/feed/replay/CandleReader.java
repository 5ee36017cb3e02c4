package mycelial.feed.replay;

import java.io.IOException;
import mycelial.feed.BadDataException;
import mycelial.market.Bar;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bars of one file in order, line by line. Every row is checked; an identical repetition
 * of a row is dropped and counted. Used by one thread.
 */
final class CandleReader implements AutoCloseable {
  private final CandleFile file;
  private final CandleFile.Stamp stamp;
  private final LineReader lines;
  private final Fields fields;
  private final Row row;
  private boolean firstLinePending;
  private @Nullable Bar last;
  private long lastLine;
  private long rows;
  private long duplicates;

  private CandleReader(CandleFile file, LineReader lines) throws IOException {
    this.file = file;
    this.lines = lines;
    stamp = file.stamp();
    fields = new Fields(file.name());
    requireText();
    byte separator = Columns.separator(lines.bytes(), lines.from(), lines.to());
    fields.split(lines, separator);
    if (fields.isBlankLine()) {
      throw fields.error(0, "the first line is blank, expected a header or a row");
    }
    Columns columns = Columns.of(fields, separator);
    row = new Row(fields, columns, file.interval());
    firstLinePending = !columns.header();
  }

  /**
   * Opens a file and reads its first line.
   *
   * @throws BadDataException when the file cannot be read or its columns are not those of candles
   */
  static CandleReader open(CandleFile file) {
    try {
      LineReader lines = new LineReader(file.open());
      try {
        return new CandleReader(file, lines);
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
      throw new BadDataException(file.name() + ":1:1: the file is empty, expected rows of candles");
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

  /** How rows of this file are read. */
  Row row() {
    return row;
  }

  /** Rows read so far, repetitions included. */
  long rows() {
    return rows;
  }

  /** Identical repetitions dropped so far. */
  long duplicates() {
    return duplicates;
  }

  /**
   * The next bar, or null at the end.
   *
   * @throws BadDataException naming file, line, column and reason
   */
  @Nullable Bar next() {
    try {
      while (nextLine()) {
        Bar bar = row.parse();
        rows++;
        if (isNew(bar)) {
          last = bar;
          lastLine = lines.number();
          return bar;
        }
        duplicates++;
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    if (rows == 0) {
      throw new BadDataException(
          file.name() + ":1:1: the file holds a header and no rows, expected rows of candles");
    }
    requireUnchanged();
    return null;
  }

  /**
   * @throws BadDataException when the file is not what it was when it was opened
   */
  void requireUnchanged() {
    file.requireUnchanged(stamp);
  }

  /** Moves to the next line that is not blank; blank ones may only stand at the end. */
  private boolean nextLine() throws IOException {
    if (firstLinePending) {
      firstLinePending = false;
      return true;
    }
    @Nullable BadDataException blank = null;
    while (lines.next()) {
      requireShort();
      fields.split(lines, row.columns().separator());
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

  private boolean isNew(Bar bar) {
    if (last == null || bar.start() > last.start()) {
      return true;
    }
    if (bar.equals(last)) {
      return false;
    }
    throw fields.error(
        row.columns().time(),
        bar.start() == last.start()
            ? "time " + bar.start() + " is in line " + lastLine + " with other values"
            : "time "
                + bar.start()
                + " goes back from "
                + last.start()
                + " in line "
                + lastLine
                + "; sort the rows by time");
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
