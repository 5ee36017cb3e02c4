package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StreamSessionTest {
  private final List<String> heard = new ArrayList<>();
  private final FakeSocket socket = new FakeSocket();
  private final StreamSession session = new StreamSession(heard::add);

  /** Counts what is asked of it. */
  private static final class FakeSocket implements WebSocket {
    private long requested;
    private boolean aborted;

    @Override
    public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
      return CompletableFuture.completedFuture(this);
    }

    @Override
    public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
      return CompletableFuture.completedFuture(this);
    }

    @Override
    public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
      return CompletableFuture.completedFuture(this);
    }

    @Override
    public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
      return CompletableFuture.completedFuture(this);
    }

    @Override
    public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
      return CompletableFuture.completedFuture(this);
    }

    @Override
    public void request(long n) {
      requested += n;
    }

    @Override
    public String getSubprotocol() {
      return "";
    }

    @Override
    public boolean isOutputClosed() {
      return false;
    }

    @Override
    public boolean isInputClosed() {
      return false;
    }

    @Override
    public void abort() {
      aborted = true;
    }
  }

  @Test
  void putsFragmentsTogether() {
    session.onOpen(socket);
    session.onText(socket, "{\"chan", false);
    session.onText(socket, "nel\":1}", true);
    session.onText(socket, "next", true);
    assertThat(heard).containsExactly("{\"channel\":1}", "next");
    assertThat(socket.requested).isEqualTo(4);
  }

  @Test
  void givesUpAMessageLongerThanAMegabyte() throws InterruptedException {
    session.onOpen(socket);
    String part = "x".repeat(300_000);
    for (int i = 0; i < 4; i++) {
      session.onText(socket, part, false);
    }
    assertThat(socket.aborted).isTrue();
    assertThat(session.awaitEnd(1)).isTrue();
    assertThat(session.reason()).contains("longer than a megabyte");
    assertThat(heard).isEmpty();
  }

  @Test
  void givesUpWhenAMessageIsNone() throws InterruptedException {
    var strict = new StreamSession(StreamMessages::read);
    strict.onOpen(socket);
    strict.onText(socket, "garbage", true);
    assertThat(socket.aborted).isTrue();
    assertThat(strict.awaitEnd(1)).isTrue();
  }

  @Test
  void saysWhyKrakenClosedIt() throws InterruptedException {
    session.onOpen(socket);
    assertThat(session.awaitEnd(1)).isFalse();
    session.onClose(socket, 1001, "going\naway");
    assertThat(session.awaitEnd(1)).isTrue();
    assertThat(session.reason()).isEqualTo("Kraken closed the connection (1001 going away)");
  }
}
