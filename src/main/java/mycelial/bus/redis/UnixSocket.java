package mycelial.bus.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A Unix domain socket as the {@link Socket} that Jedis wants; the way to a server on the same
 * machine is about twice as short as over TCP. Used by one thread at a time, except {@link #close}.
 *
 * <p>The channel never blocks, waits are the selector's: so an interrupt of the model's thread,
 * which closes a channel that blocks, does no harm here. It neither ends a wait nor is lost.
 */
final class UnixSocket extends Socket {
  /**
   * How long a reader stays awake, nanoseconds; alone on one processor it would keep Redis away.
   */
  private static final long AWAKE =
      Runtime.getRuntime().availableProcessors() > 1 ? TimeUnit.MICROSECONDS.toNanos(50) : 0;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private int timeoutMillis;

  /**
   * Connects.
   *
   * @param timeoutMillis how long a read or write may wait, 0 for ever
   */
  UnixSocket(Path path, int timeoutMillis) throws IOException {
    this.timeoutMillis = timeoutMillis;
    channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    selector = Selector.open();
    boolean connected = false;
    try {
      channel.configureBlocking(false);
      if (!channel.connect(UnixDomainSocketAddress.of(path))) {
        throw new SocketException("nobody takes the connection at " + path);
      }
      key = channel.register(selector, SelectionKey.OP_READ);
      connected = true;
    } finally {
      if (!connected) {
        close();
      }
    }
  }

  /** Waits for the operation to be possible; an interrupt is kept for later. */
  private void await(int operation) throws IOException {
    boolean interrupted = false;
    try {
      key.interestOps(operation);
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
      long left = timeoutMillis;
      while (selector.select(ready -> {}, left) == 0) {
        interrupted |= Thread.interrupted();
        if (timeoutMillis > 0) {
          left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
          if (left <= 0) {
            throw new SocketTimeoutException("nothing for " + timeoutMillis + " ms");
          }
        }
      }
    } catch (ClosedSelectorException | java.nio.channels.CancelledKeyException closed) {
      throw closedMeanwhile(closed);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static SocketException closedMeanwhile(RuntimeException cause) {
    SocketException closed = new SocketException("the socket was closed");
    closed.initCause(cause);
    return closed;
  }

  /** Reads what is there or comes at once: a bounded wait awake, shorter than to be woken. */
  private int readSoon(ByteBuffer target) throws IOException {
    int count = channel.read(target);
    long begin = count == 0 ? System.nanoTime() : 0;
    while (count == 0 && System.nanoTime() - begin < AWAKE) {
      Thread.onSpinWait();
      count = channel.read(target);
    }
    return count;
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        ByteBuffer target = ByteBuffer.wrap(bytes, offset, length);
        int count = readSoon(target);
        while (count == 0 && length > 0) {
          await(SelectionKey.OP_READ);
          count = channel.read(target);
        }
        return count;
      }
    };
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int letter) throws IOException {
        write(new byte[] {(byte) letter}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer source = ByteBuffer.wrap(bytes, offset, length);
        channel.write(source);
        while (source.hasRemaining()) {
          await(SelectionKey.OP_WRITE);
          channel.write(source);
        }
      }
    };
  }

  @Override
  public void setSoTimeout(int millis) {
    timeoutMillis = millis;
  }

  @Override
  public int getSoTimeout() {
    return timeoutMillis;
  }

  @Override
  public boolean isBound() {
    return true;
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    try (selector) {
      channel.close();
    }
  }
}
