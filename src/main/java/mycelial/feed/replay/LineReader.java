package mycelial.feed.replay;

import java.io.IOException;
import java.io.InputStream;

/**
 * Hands out the lines of a stream one by one as a range of its only buffer, so that memory does not
 * grow with the file. A line ends with LF, CR LF or CR. Used by one thread.
 */
final class LineReader implements AutoCloseable {
  private static final int LONGEST = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[LONGEST];
  private int position;
  private int limit;
  private int from;
  private int to;
  private long number;
  private boolean afterReturn;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The buffer that holds the current line. */
  byte[] bytes() {
    return buffer;
  }

  /** Where the current line begins in {@link #bytes}. */
  int from() {
    return from;
  }

  /** Where the current line ends in {@link #bytes}, without its line end. */
  int to() {
    return to;
  }

  /** Physical number of the current line, the first is 1. */
  long number() {
    return number;
  }

  /** Whether the current line is longer than the buffer; only its beginning is there. */
  boolean isTooLong() {
    return to - from == LONGEST;
  }

  /** Leaves out the first bytes of the current line. */
  void skip(int count) {
    from += count;
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    if (afterReturn && (position < limit || fill()) && buffer[position] == '\n') {
      position++;
    }
    afterReturn = false;
    int end = position;
    while (true) {
      while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
        end++;
      }
      int length = end - position;
      if (end < limit || length == LONGEST || !fill()) {
        return finish(position + length);
      }
      end = position + length;
    }
  }

  private boolean finish(int end) {
    from = position;
    to = end;
    if (end == limit && from == to) {
      return false;
    }
    afterReturn = end < limit && buffer[end] == '\r';
    position = Math.min(end + 1, limit);
    number++;
    return true;
  }

  /** Moves what is left to the front and reads on; false at the end of the stream. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    int count = in.read(buffer, limit, buffer.length - limit);
    if (count > 0) {
      limit += count;
    }
    return count > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
