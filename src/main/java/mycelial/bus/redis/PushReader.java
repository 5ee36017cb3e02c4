package mycelial.bus.redis;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Redis pushes to a subscriber (RESP2). A read that times out loses nothing of a message
 * that has arrived in part, which Jedis' own reader cannot promise; and a text longer than any
 * message may be is skipped instead of kept. Used by one thread at a time.
 */
final class PushReader {
  /** Longest element that is kept, bytes; the codec refuses shorter ones already. */
  static final int LONGEST = 128 * 1024;

  private static final int MOST_ELEMENTS = 8;
  private static final int LONGEST_LINE = 200;
  private static final int MOST_DIGITS = 12;

  /** Takes the messages. */
  interface Sink {
    /** A message of a channel. */
    void received(byte[] channel, byte[] payload);

    /** A message that is longer than {@link #LONGEST} and was skipped. */
    void oversized(byte[] channel, long length);
  }

  private final InputStream in;
  private byte[] buffer = new byte[64 * 1024];
  private int begin;
  private int end;

  /** Parsing position, between begin and end. */
  private int at;

  private int lineBegin;
  private int lineEnd;

  /** Bytes of an oversized text that are still to come. */
  private long skip;

  PushReader(InputStream in) {
    this.in = in;
  }

  /**
   * Waits for something to arrive, as long as the socket's timeout says.
   *
   * @throws java.net.SocketTimeoutException when nothing does
   * @throws EOFException when the server has closed the connection
   */
  void fill() throws IOException {
    if (begin > 0) {
      System.arraycopy(buffer, begin, buffer, 0, end - begin);
      end -= begin;
      begin = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * end); // stays below LONGEST and a header, doubled
    }
    int count = in.read(buffer, end, buffer.length - end);
    if (count < 0) {
      throw new EOFException("Redis has closed the connection");
    }
    end += count;
  }

  /** Hands over every message that is there whole. */
  void drain(Sink sink) throws IOException {
    List<Object> elements = next();
    while (elements != null) {
      if (elements.size() == 3 && elements.get(1) instanceof byte[] channel) {
        if (elements.get(2) instanceof byte[] payload) {
          sink.received(channel, payload);
        } else if (elements.get(2) instanceof Skipped skipped) {
          sink.oversized(channel, skipped.length());
        }
      }
      elements = next();
    }
  }

  /** An element too long to be kept. */
  private record Skipped(long length) {}

  /**
   * Waits for one push, such as a subscription's acknowledgement.
   *
   * @throws RedisRefusal when Redis answers with an error
   */
  void awaitOne() throws IOException {
    while (next() == null) {
      fill();
    }
  }

  /** Redis said no. */
  static final class RedisRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    RedisRefusal(String message) {
      super(message);
    }
  }

  /** The elements of the next push; null when it is not there whole. */
  private @Nullable List<Object> next() throws IOException {
    if (!skipRest()) {
      return null;
    }
    at = begin;
    if (!line()) {
      return null;
    }
    if (buffer[lineBegin] == '-') {
      throw new RedisRefusal(lineText());
    }
    long count = number('*');
    if (count < 0 || count > MOST_ELEMENTS) {
      throw new ProtocolException("a push of " + count + " elements");
    }
    List<Object> elements = new ArrayList<>(3);
    for (int i = 0; i < count; i++) {
      Object element = element();
      if (element == null) {
        return null;
      }
      elements.add(element);
    }
    begin = at;
    return elements;
  }

  /** Passes over what is left of an oversized text; false when more of it is to come. */
  private boolean skipRest() {
    int here = (int) Math.min(skip, end - begin);
    begin += here;
    skip -= here;
    return skip == 0;
  }

  /** The element at the position; null when it is not there whole. */
  private @Nullable Object element() throws IOException {
    if (!line()) {
      return null;
    }
    if (buffer[lineBegin] == ':') {
      return lineText();
    }
    long length = number('$');
    if (length > LONGEST) {
      return skipped(length);
    }
    if (end - at < length + 2) {
      return null;
    }
    int from = at;
    at = from + (int) length + 2;
    return Arrays.copyOfRange(buffer, from, from + (int) length);
  }

  /** Only the last element of a push can be that long: a channel's name is one of ours. */
  private Skipped skipped(long length) {
    int here = (int) Math.min(length + 2, end - at);
    at += here;
    skip = length + 2 - here;
    return new Skipped(length);
  }

  /** Finds the line at the position, which goes behind it; false when it is not there whole. */
  private boolean line() {
    for (int i = at; i + 1 < end; i++) {
      if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
        lineBegin = at;
        lineEnd = i;
        at = i + 2;
        return true;
      }
    }
    return false;
  }

  /** The length in the line, which must be of that type. */
  private long number(char type) throws IOException {
    long number = 0;
    boolean valid = buffer[lineBegin] == type && lineEnd - lineBegin - 1 <= MOST_DIGITS;
    for (int i = lineBegin + 1; i < lineEnd && valid; i++) {
      valid = buffer[i] >= '0' && buffer[i] <= '9';
      number = 10 * number + (buffer[i] - '0');
    }
    if (!valid) {
      throw new ProtocolException(
          "not what Redis pushes: " + (char) buffer[lineBegin] + lineText());
    }
    return number;
  }

  /** The line without its type. */
  private String lineText() {
    int length = Math.clamp(lineEnd - lineBegin - 1, 0, LONGEST_LINE);
    return new String(buffer, lineBegin + 1, length, StandardCharsets.UTF_8);
  }
}
