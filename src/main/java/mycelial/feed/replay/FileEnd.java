package mycelial.feed.replay;

import java.io.IOException;
import java.io.RandomAccessFile;
import mycelial.feed.BadDataException;
import mycelial.market.Bar;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the bars of a file end inside a window, without reading a plain file whole: bisection
 * for the window's end, then the rows before it. Rows that cannot be read are passed over here;
 * they are refused when the replay reaches them. Used by one thread.
 */
final class FileEnd {
  private static final int BLOCK = 1 << 16;
  private static final int LARGEST = 32 * BLOCK;

  /**
   * What was found.
   *
   * @param lastEnd end of the last row in the window, seconds since the epoch
   * @param lastTradedEnd end of the last row in the window that is not quiet
   */
  record Ends(long lastEnd, long lastTradedEnd) {}

  private final CandleFile file;
  private final Window window;
  private final Row row;
  private @Nullable Bar before;
  private long lastEnd = Long.MIN_VALUE;
  private long lastTradedEnd = Long.MIN_VALUE;

  private FileEnd(CandleFile file, Window window, Row sample) {
    this.file = file;
    this.window = window;
    row = new Row(sample, new Fields(file.name()));
  }

  /**
   * The ends of a file that has a row in the window.
   *
   * @param sample a row of the file that has been parsed: its columns and its time unit
   */
  static Ends find(CandleFile file, Window window, Row sample) {
    FileEnd end = new FileEnd(file, window, sample);
    try {
      if (file.data().isCompressed()) {
        end.readWhole();
      } else {
        end.readTail();
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    return new Ends(end.lastEnd, end.lastTradedEnd);
  }

  private void readWhole() {
    before = null;
    try (CandleReader reader = CandleReader.open(file)) {
      for (Bar bar = reader.next(); bar != null && bar.start() < window.to(); ) {
        take(bar, true);
        bar = reader.next();
      }
    } catch (BadDataException e) {
      // Reached again, and then thrown, when the replay comes to it; what stands before it counts.
    }
  }

  private void readTail() throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.path().toFile(), "r")) {
      long end = Math.min(in.length(), bisect(in) + BLOCK);
      for (long size = 2 * BLOCK; size <= LARGEST; size *= 4) {
        long begin = Math.max(0, end - size);
        readBlock(in, begin, end);
        if (begin == 0 || lastTradedEnd != Long.MIN_VALUE) {
          return;
        }
      }
    }
    readWhole();
  }

  /** An offset before which every row of the window begins, at most a block too far. */
  private long bisect(RandomAccessFile in) throws IOException {
    long low = 0;
    long high = in.length();
    while (window.to() < Long.MAX_VALUE && high - low > BLOCK) {
      long middle = (low + high) >>> 1;
      Bar bar = firstRowAfter(in, middle, high);
      if (bar != null && bar.start() < window.to()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private @Nullable Bar firstRowAfter(RandomAccessFile in, long offset, long end)
      throws IOException {
    byte[] bytes = read(in, offset, Math.min(end, offset + BLOCK));
    int from = afterLine(bytes, 0);
    while (from < bytes.length) {
      int to = lineEnd(bytes, from);
      Bar bar = parse(bytes, from, to);
      if (bar != null) {
        return bar;
      }
      from = to + 1;
    }
    return null;
  }

  private void readBlock(RandomAccessFile in, long begin, long end) throws IOException {
    byte[] bytes = read(in, begin, end);
    boolean whole = begin == 0;
    before = null;
    int from = whole ? 0 : afterLine(bytes, 0);
    while (from < bytes.length) {
      int to = lineEnd(bytes, from);
      Bar bar = parse(bytes, from, to);
      if (bar != null) {
        take(bar, whole);
      }
      from = to + 1;
    }
  }

  /** The first row of a block cannot be told quiet or not, unless nothing stands before it. */
  private void take(Bar bar, boolean fromTheBeginning) {
    if (!window.contains(bar.start())) {
      return;
    }
    boolean comparable = before != null || fromTheBeginning;
    if (comparable && !Silence.isQuiet(bar, before)) {
      lastTradedEnd = bar.end();
    }
    lastEnd = bar.end();
    before = bar;
  }

  private @Nullable Bar parse(byte[] bytes, int from, int to) {
    if (from == to) {
      return null;
    }
    try {
      row.fields().split(bytes, from, to, row.columns().separator());
      return row.parse();
    } catch (BadDataException e) {
      return null;
    }
  }

  private static byte[] read(RandomAccessFile in, long begin, long end) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(end - begin)];
    in.seek(begin);
    in.readFully(bytes);
    return bytes;
  }

  private static int lineEnd(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i;
  }

  private static int afterLine(byte[] bytes, int from) {
    return Math.min(lineEnd(bytes, from) + 1, bytes.length);
  }
}
