package mycelial.feed.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback whose every byte a test decides; one request a connection. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Script script;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** What a client asks. */
  public record Request(String path, Map<String, String> headers) {
    /** A header, or nothing. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** Answers a request; the connection is closed when it returns. */
  @FunctionalInterface
  public interface Script {
    /** Writes whatever it likes. */
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  private RawServer(ServerSocket listener, Script script) {
    this.listener = listener;
    this.script = script;
  }

  /** Starts one on a free port. */
  public static RawServer start(Script script) throws IOException {
    return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
  }

  /** Starts one that listens there. */
  public static RawServer start(ServerSocket listener, Script script) {
    RawServer server = new RawServer(listener, script);
    Thread.ofVirtual().start(server::listen);
    return server;
  }

  /** An answer with its length. */
  public static void respond(OutputStream out, int status, String body, String... headers)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\nConnection: close\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    if (status != 304) {
      head.append("Content-Length: ").append(bytes.length).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    out.write(bytes);
    out.flush();
  }

  /** Its address, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** What has been asked so far. */
  public List<Request> requests() {
    return requests;
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request = read(socket);
      requests.add(request);
      script.answer(request, socket.getOutputStream());
    } catch (IOException | InterruptedException gone) {
      // The client has had enough, or the test has ended.
    }
  }

  private static Request read(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String first = String.valueOf(in.readLine());
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    String[] words = first.split(" ", -1);
    return new Request(words.length > 1 ? words[1] : "", headers);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
