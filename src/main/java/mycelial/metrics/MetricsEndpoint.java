package mycelial.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code GET /metrics} in Prometheus' text format, on the loopback address and to requests
 * for it alone: a page of another origin that has its name resolved to this machine is refused.
 * What a request may take is bounded, and whoever hangs costs one virtual thread. Safe for several
 * threads.
 */
public final class MetricsEndpoint implements AutoCloseable {
  private static final String PATH = "/metrics";
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int MISDIRECTED = 421;

  static {
    // The JDK's server waits for ever for the rest of a request unless it is told not to.
    bound("sun.net.httpserver.maxReqTime", "10");
    bound("sun.net.httpserver.maxRspTime", "10");
    bound("jdk.httpserver.maxConnections", "64");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

  private MetricsEndpoint(HttpServer server, Consumer<MeterBook> meters) {
    this.server = server;
    JvmMetrics.builder().register(registry);
    registry.register(new Written(meters));
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  private record Written(Consumer<MeterBook> meters) implements MultiCollector {
    @Override
    public MetricSnapshots collect() {
      MeterBook book = new MeterBook();
      meters.accept(book);
      return book.snapshots();
    }
  }

  private static void bound(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /**
   * Begins to serve, beside what is asked for here meters of the Java virtual machine.
   *
   * @param port on the loopback address; 0 for a free one
   * @param meters writes the meters down; called by any thread, once a scrape
   * @throws EndpointException when the port cannot be had
   */
  public static MetricsEndpoint open(int port, Consumer<MeterBook> meters) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      return new MetricsEndpoint(HttpServer.create(address, 0), meters);
    } catch (IOException taken) {
      throw new EndpointException(
          "Cannot serve metrics on port "
              + port
              + " of this machine ("
              + taken.getMessage()
              + "); choose another port, or 0 for a free one.",
          taken);
    }
  }

  /** The port that is served. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isForUs(exchange.getRequestHeaders().get("Host"))) {
        refuse(exchange, MISDIRECTED, "this server answers to 127.0.0.1 and localhost alone\n");
      } else if (!exchange.getRequestURI().getRawPath().equals(PATH)) {
        refuse(exchange, NOT_FOUND, "there is only " + PATH + "\n");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        refuse(exchange, NOT_ALLOWED, "only GET\n");
      } else {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        writer.write(body, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
        send(exchange, OK, writer.getContentType(), body.toByteArray());
      }
    }
  }

  private boolean isForUs(@Nullable List<String> hosts) {
    if (hosts == null || hosts.size() != 1) {
      return false;
    }
    String host = hosts.getFirst();
    return host.equals("127.0.0.1:" + port()) || host.equals("localhost:" + port());
  }

  private static void refuse(HttpExchange exchange, int code, String why) throws IOException {
    send(exchange, code, "text/plain; charset=utf-8", why.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int code, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(code, isHead ? -1 : body.length);
    if (!isHead) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  /** Ends serving at once; a scrape under way is cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
