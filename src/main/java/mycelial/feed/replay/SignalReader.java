package mycelial.feed.replay;

import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.BadDataException;
import mycelial.market.MoatSignal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the signals of one file in the order in which they became known, line by line. Every row is
 * checked; an identical repetition is dropped and counted. It remembers one signal a series, so
 * there is a limit on series. Used by one thread.
 */
final class SignalReader implements AutoCloseable {
  /** Most series, that is channels with a field, in a file. */
  static final int MOST_SERIES = 1000;

  /** A signal and where it stands. */
  private record Placed(MoatSignal signal, long line) {}

  private final DataLines lines;
  private final SignalRow row;
  private final Map<String, Placed> newest = new TreeMap<>();
  private @Nullable Placed last;
  private long rows;
  private long duplicates;

  private SignalReader(DataLines lines) {
    this.lines = lines;
    row = new SignalRow(lines.fields(), SignalColumns.of(lines.fields()));
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws BadDataException when the file cannot be read or its columns are not those of signals
   */
  static SignalReader open(DataFile file) {
    DataLines lines = DataLines.open(file, "signals");
    try {
      return new SignalReader(lines);
    } catch (BadDataException e) {
      lines.close();
      throw e;
    }
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
   * The next signal, or null at the end.
   *
   * @throws BadDataException naming file, line, column and reason
   */
  @Nullable MoatSignal next() {
    while (lines.next()) {
      Placed read = new Placed(row.parse(), lines.number());
      rows++;
      requireOrder(read);
      if (isNew(read)) {
        return read.signal();
      }
      duplicates++;
    }
    if (rows == 0) {
      throw lines.noRows();
    }
    lines.requireUnchanged();
    return null;
  }

  private void requireOrder(Placed read) {
    Placed before = last;
    last = read;
    if (before != null && read.signal().seenTime() < before.signal().seenTime()) {
      throw lines
          .fields()
          .error(
              row.timeColumn(),
              "time "
                  + read.signal().seenTime()
                  + " goes back from "
                  + before.signal().seenTime()
                  + " in line "
                  + before.line()
                  + "; sort the rows by the time at which they became known");
    }
  }

  /** A later row may revise what an earlier one said of an instant, but not at the same time. */
  private boolean isNew(Placed read) {
    MoatSignal signal = read.signal();
    Placed before = newest.put(signal.target().channel() + " " + signal.field(), read);
    if (before == null) {
      if (newest.size() > MOST_SERIES) {
        throw lines
            .fields()
            .error(0, "more than " + MOST_SERIES + " series (channels with a field) in a file");
      }
      return true;
    }
    MoatSignal known = before.signal();
    if (known.eventTime() != signal.eventTime()) {
      return true;
    }
    boolean same = Double.compare(known.value(), signal.value()) == 0;
    if (!same && known.seenTime() == signal.seenTime()) {
      throw lines
          .fields()
          .error(
              row.timeColumn(),
              signal.target()
                  + " "
                  + signal.field()
                  + " of "
                  + signal.eventTime()
                  + " is in line "
                  + before.line()
                  + " with another value");
    }
    return !same;
  }

  @Override
  public void close() {
    lines.close();
  }
}
