package mycelial.bus.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class UnixSocketTest {
  @TempDir Path folder = Path.of("");

  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private ServerSocketChannel listener;
  private UnixSocket socket;
  private SocketChannel peer;

  @BeforeEach
  void connect() throws IOException {
    Path path = folder.resolve("s");
    listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(path));
    socket = new UnixSocket(path, 5000);
    peer = listener.accept();
  }

  @AfterEach
  void close() throws IOException {
    other.shutdownNow();
    socket.close();
    peer.close();
    listener.close();
  }

  @Test
  void carriesBytesBothWays() throws IOException {
    socket.getOutputStream().write("ping".getBytes(UTF_8));
    ByteBuffer there = ByteBuffer.allocate(10);
    peer.read(there);
    assertThat(new String(there.array(), 0, there.position(), UTF_8)).isEqualTo("ping");
    peer.write(ByteBuffer.wrap("pong".getBytes(UTF_8)));
    assertThat(socket.getInputStream().readNBytes(4)).asString(UTF_8).isEqualTo("pong");
    peer.close();
    assertThat(socket.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void writesMoreThanTheSystemBuffers() throws Exception {
    int size = 3_000_000;
    Future<Integer> received =
        other.submit(() -> {
          ByteBuffer all = ByteBuffer.allocate(size);
          while (all.hasRemaining() && peer.read(all) >= 0) {}
          return all.position();
        });
    socket.getOutputStream().write(new byte[size]);
    assertThat(received.get()).isEqualTo(size);
  }

  @Test
  void waitsNoLongerThanItsTimeout() {
    socket.setSoTimeout(30);
    assertThat(socket.getSoTimeout()).isEqualTo(30);
    assertThatThrownBy(() -> socket.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    assertThatThrownBy(() -> socket.getOutputStream().write(new byte[3_000_000]))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void neitherEndsNorForgetsAReadThatIsInterrupted() throws Exception {
    InputStream in = socket.getInputStream();
    Thread[] reader = new Thread[1];
    Future<Boolean> read =
        other.submit(() -> {
          reader[0] = Thread.currentThread();
          Thread.currentThread().interrupt();
          int letter = in.read();
          return letter == 'x' && Thread.interrupted() && !socket.isClosed();
        });
    await().until(() -> reader[0] != null);
    reader[0].interrupt();
    assertThat(read.isDone()).isFalse();
    peer.write(ByteBuffer.wrap(new byte[] {'x'}));
    assertThat(read.get()).isTrue();
  }

  @Test
  void freesAReaderWhenItIsClosed() throws Exception {
    InputStream in = socket.getInputStream();
    Future<?> read =
        other.submit(() ->
            assertThatThrownBy(in::read)
                .isInstanceOfAny(SocketException.class, IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class));
    await().during(java.time.Duration.ofMillis(50)).until(() -> !read.isDone());
    socket.close();
    read.get();
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void saysWhereNobodyListens() {
    assertThatThrownBy(() -> new UnixSocket(folder.resolve("none"), 100))
        .isInstanceOf(IOException.class);
  }
}
