package mycelial.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** HTTP as bytes, for requests that no client would send. */
final class RawHttp {
  private static final int PATIENCE_MILLIS = 5000;

  private RawHttp() {}

  static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Everything that comes until the server closes or says nothing more. */
  static String all(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[8192];
    try {
      int count = in.read(buffer);
      while (count >= 0) {
        text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        count = in.read(buffer);
      }
    } catch (SocketTimeoutException silent) {
      text.append("...");
    }
    return text.toString();
  }

  /** The answer to a request whose lines are given, with its body after an empty one. */
  static String exchange(int port, String... lines) throws IOException {
    try (Socket socket = connect(port)) {
      send(socket, String.join("\r\n", lines));
      socket.shutdownOutput();
      return all(socket);
    }
  }

  /** GET with the usual headers. */
  static String get(int port, String path) throws IOException {
    return exchange(
        port, "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + port, "Connection: close", "", "");
  }

  /** The status of an answer; 0 when there is none. */
  static int status(String answer) {
    return answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }
}
