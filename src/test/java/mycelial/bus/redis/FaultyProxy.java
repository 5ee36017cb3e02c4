package mycelial.bus.redis;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A TCP proxy in front of Redis that does to the server's replies what it is told. */
final class FaultyProxy implements AutoCloseable {
  /** Replies that a test wants to change look like this inside. */
  static final String MESSAGE = "message\r\n";

  private final ServerSocket listener;
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile Function<byte[], List<byte[]>> fault = List::of;

  FaultyProxy(int target) throws IOException {
    this.target = target;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::acceptAll);
  }

  private static void start(Runnable work) {
    Thread.ofPlatform().daemon().name("proxy").start(work);
  }

  RedisEndpoint endpoint() {
    return new RedisEndpoint("127.0.0.1", listener.getLocalPort(), null, null, false);
  }

  /** From now on each reply becomes what the function makes of it. */
  void fault(Function<byte[], List<byte[]>> function) {
    fault = function;
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        sockets.add(client);
        sockets.add(server);
        start(() -> forwardCommands(client, server));
        start(() -> forwardReplies(server, client));
      }
    } catch (IOException closed) {
      close();
    }
  }

  private static void forwardCommands(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException closed) {
      // The other direction sees it too.
    }
  }

  private void forwardReplies(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = new BufferedInputStream(from.getInputStream());
      OutputStream out = to.getOutputStream();
      while (true) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        copyReply(in, frame);
        for (byte[] bytes : fault.apply(frame.toByteArray())) {
          out.write(bytes);
        }
      }
    } catch (IOException closed) {
      // The other direction sees it too.
    }
  }

  /** Copies one RESP value. */
  private static void copyReply(InputStream in, ByteArrayOutputStream frame) throws IOException {
    String line = copyLine(in, frame);
    char type = line.charAt(0);
    if (type == '*') {
      for (int i = Integer.parseInt(line.substring(1)); i > 0; i--) {
        copyReply(in, frame);
      }
    } else if (type == '$' && !line.equals("$-1")) {
      frame.write(in.readNBytes(Integer.parseInt(line.substring(1)) + 2));
    }
  }

  private static String copyLine(InputStream in, ByteArrayOutputStream frame) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int letter = in.read(); letter != '\n'; letter = in.read()) {
      if (letter < 0) {
        throw new EOFException();
      }
      line.write(letter);
    }
    frame.write(line.toByteArray());
    frame.write('\n');
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
