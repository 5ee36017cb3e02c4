package mycelial.feed.kraken;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Answers every request with one text. */
final class TinyServer implements AutoCloseable {
  private final HttpServer server;

  private TinyServer(HttpServer server) {
    this.server = server;
  }

  static TinyServer answering(String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return new TinyServer(server);
  }

  /** A prefix is part of the address, as behind a proxy. */
  KrakenSettings settings() {
    return KrakenSettings.at(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix"))
        .withDeadline(2);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
