package mycelial.dashboard;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import mycelial.storage.StorageException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP on the loopback address, with every bound there is. */
final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final String JSON = "application/json; charset=utf-8";

  private static final int LONGEST_HEADER = 8 * 1024;
  private static final int MOST_CONNECTIONS = 256;

  private final Api api;
  private final Assets assets = new Assets();
  private final Guard guard;
  private final long patienceMillis;
  private final int port;
  private final Javalin javalin;

  Server(Api api, String token, long patienceMillis, int port) {
    this.port = port;
    this.api = api;
    this.patienceMillis = patienceMillis;
    this.guard = new Guard(token);
    this.javalin = Javalin.create(this::configure);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = Guard.LONGEST_BODY;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.modifyHttpConfiguration(this::bound);
    config.jetty.addConnector(this::connector);
    route(config.routes);
  }

  private ServerConnector connector(
      org.eclipse.jetty.server.Server server, HttpConfiguration http) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    connector.setIdleTimeout(patienceMillis);
    connector.addBean(new Reaper(patienceMillis));
    connector.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    return connector;
  }

  private void bound(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(LONGEST_HEADER);
    http.setIdleTimeout(patienceMillis);
    http.setUriCompliance(UriCompliance.UNSAFE);
  }

  private void route(RoutesConfig routes) {
    routes.before(this::admit);
    assets.paths().forEach(path -> routes.get(path, this::serve));
    routes.get("/api/stream", api::stream);
    routes.get("/api/trades", api::trades);
    routes.get("/api/trades.csv", api::csv);
    routes.get("/api/pair", api::pair);
    routes.get("/api/explain", api::explain);
    routes.post(
        "/api/command",
        context -> {
          guard.authenticate(context.header(Guard.TOKEN_HEADER));
          api.command(context);
        });
    routes.exception(
        Refusal.class,
        (refusal, context) ->
            refuse(context, refusal.status(), String.valueOf(refusal.getMessage())));
    routes.exception(
        StorageException.class,
        (failed, context) -> refuse(context, 503, String.valueOf(failed.getMessage())));
    routes.exception(
        Exception.class,
        (failed, context) -> {
          LOG.error("the dashboard could not answer {}", context.path(), failed);
          refuse(context, 500, "the dashboard could not answer; see its log");
        });
    routes.error(404, "*", context -> refuse(context, 404, "there is nothing here"));
  }

  private void admit(Context context) {
    Guard.HEADERS.forEach(context::header);
    guard.admit(
        new Guard.Claims(
            context.req().getMethod(),
            context.header("Host"),
            context.header("Origin"),
            context.header("Sec-Fetch-Site"),
            context.header("Content-Type"),
            context.req().getContentLengthLong()));
  }

  private static void refuse(Context context, int status, String sentence) {
    if (context.res().getContentType() == null
        || !context.res().getContentType().startsWith("application/json")
        || status != 404) {
      context
          .status(status)
          .contentType(JSON)
          .result(Json.text(Json.object().put("error", sentence)));
    }
  }

  private void serve(Context context) {
    Assets.Asset asset =
        assets.find(context.path()).orElseThrow(() -> new Refusal(404, "there is nothing here"));
    context.contentType(asset.type()).result(asset.content());
  }

  /**
   * Binds the port and serves.
   *
   * @throws PortInUseException when it cannot be had
   */
  void start() {
    try {
      javalin.start();
    } catch (JavalinBindException taken) {
      javalin.stop();
      throw new PortInUseException(port, taken);
    }
    LOG.debug("the dashboard serves on {}:{}", LOOPBACK, javalin.port());
  }

  int port() {
    return javalin.port();
  }

  void stop() {
    javalin.stop();
  }
}
