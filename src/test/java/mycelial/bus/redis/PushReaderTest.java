package mycelial.bus.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PushReaderTest {
  private final List<String> heard = new ArrayList<>();

  private final PushReader.Sink sink =
      new PushReader.Sink() {
        @Override
        public void received(byte[] channel, byte[] payload) {
          heard.add(new String(channel, UTF_8) + "=" + new String(payload, UTF_8));
        }

        @Override
        public void oversized(byte[] channel, long length) {
          heard.add(new String(channel, UTF_8) + " of " + length);
        }
      };

  private static String message(String channel, String payload) {
    return "*3\r\n$7\r\nmessage\r\n"
        + ("$" + channel.length() + "\r\n" + channel + "\r\n")
        + ("$" + payload.getBytes(UTF_8).length + "\r\n" + payload + "\r\n");
  }

  /** Gives so many bytes a read and lets every second read time out. */
  private static InputStream dripping(String text, int step) {
    return new ByteArrayInputStream(text.getBytes(UTF_8)) {
      private boolean late;

      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        late = !late;
        return late ? super.read(target, offset, Math.min(length, step)) : 0;
      }
    };
  }

  private void readAll(InputStream in) throws IOException {
    PushReader reader = new PushReader(in);
    try {
      while (true) {
        reader.fill();
        reader.drain(sink);
      }
    } catch (EOFException end) {
      heard.add("end");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 50, 100_000})
  void readsMessagesHoweverTheyAreCutIntoPieces(int step) throws IOException {
    String large = "x".repeat(step == 1 ? 3000 : 100_000);
    String stream =
        message("a", "first")
            + message("b", "")
            + message("a", "line\r\n$5\r\nbreak \u00e4")
            + message("c", large)
            + message("a", "last");
    readAll(dripping(stream, step));
    assertThat(heard)
        .containsExactly(
            "a=first", "b=", "a=line\r\n$5\r\nbreak \u00e4", "c=" + large, "a=last", "end");
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 4096, 1_000_000})
  void skipsWhatIsLongerThanAnyMessageAndGoesOn(int step) throws IOException {
    int length = PushReader.LONGEST + 1;
    readAll(dripping(message("a", "y".repeat(length)) + message("b", "after"), step));
    assertThat(heard).containsExactly("a of " + length, "b=after", "end");
  }

  @Test
  void losesNothingOfAMessageThatTimesOutHalfWay() throws IOException {
    String text = message("a", "whole");
    InputStream halting =
        new InputStream() {
          private final byte[] bytes = text.getBytes(UTF_8);
          private int position;
          private boolean timedOut;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            if (position == bytes.length / 2 && !timedOut) {
              timedOut = true;
              throw new SocketTimeoutException("late");
            }
            target[offset] = bytes[position++];
            return 1;
          }
        };
    PushReader reader = new PushReader(halting);
    int timeouts = 0;
    while (heard.isEmpty()) {
      try {
        reader.fill();
        reader.drain(sink);
      } catch (SocketTimeoutException late) {
        timeouts++;
      }
    }
    assertThat(timeouts).isEqualTo(1);
    assertThat(heard).containsExactly("a=whole");
  }

  @Test
  void passesOverAcknowledgements() throws IOException {
    readAll(dripping("*3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n" + message("a", "x"), 5));
    assertThat(heard).containsExactly("a=x", "end");
  }

  @Test
  void saysWhyRedisRefused() {
    assertThatThrownBy(() -> readAll(dripping("-NOPERM no channel\r\n", 4)))
        .isInstanceOf(PushReader.RedisRefusal.class)
        .hasMessage("NOPERM no channel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+OK\r\n", "*99\r\n", "*x\r\n", "*3\r\n+a\r\n", "*1\r\n$-1\r\n", "\r\n"})
  void breaksOffAtWhatNoRedisPushes(String text) {
    assertThatThrownBy(() -> readAll(dripping(text, 100))).isInstanceOf(ProtocolException.class);
  }
}
