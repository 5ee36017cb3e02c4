package mycelial.feed.replay;

import mycelial.feed.BadDataException;
import mycelial.market.Bar;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bars of one file in order, line by line. Every row is checked; an identical repetition
 * of a row is dropped and counted. Used by one thread.
 */
final class CandleReader implements AutoCloseable {
  private final DataLines lines;
  private final Row row;
  private @Nullable Bar last;
  private long lastLine;
  private long rows;
  private long duplicates;

  private CandleReader(CandleFile file, DataLines lines) {
    this.lines = lines;
    Columns columns = Columns.of(lines.fields(), lines.separator());
    row = new Row(lines.fields(), columns, file.interval());
    if (!columns.header()) {
      lines.firstIsRow();
    }
  }

  /**
   * Opens a file and reads its first line.
   *
   * @throws BadDataException when the file cannot be read or its columns are not those of candles
   */
  static CandleReader open(CandleFile file) {
    DataLines lines = DataLines.open(file.data(), "candles");
    try {
      return new CandleReader(file, lines);
    } catch (BadDataException e) {
      lines.close();
      throw e;
    }
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
    while (lines.next()) {
      Bar bar = row.parse();
      rows++;
      if (isNew(bar)) {
        last = bar;
        lastLine = lines.number();
        return bar;
      }
      duplicates++;
    }
    if (rows == 0) {
      throw lines.noRows();
    }
    requireUnchanged();
    return null;
  }

  /**
   * @throws BadDataException when the file is not what it was when it was opened
   */
  void requireUnchanged() {
    lines.requireUnchanged();
  }

  private boolean isNew(Bar bar) {
    if (last == null || bar.start() > last.start()) {
      return true;
    }
    if (bar.equals(last)) {
      return false;
    }
    throw lines
        .fields()
        .error(
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
    lines.close();
  }
}
