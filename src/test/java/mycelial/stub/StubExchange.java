package mycelial.stub;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mycelial.feed.ScaledClock;
import mycelial.market.Pair;
import org.eclipse.jetty.websocket.api.Session;

/**
 * A server on loopback that speaks Kraken's REST and WebSocket v2 over a synthetic or recorded
 * market, on a clock of its own at any speed, with scripted faults. REST is at {@link #url}, the
 * WebSocket at {@link #webSocketUrl}. Safe for use by several threads.
 */
public final class StubExchange implements AutoCloseable {
  private final StubState state;
  private final WsHub hub;
  private final Pump pump;
  private final Javalin server;

  private StubExchange(StubOptions options) {
    StubMarket market = options.market();
    ScaledClock clock = new ScaledClock(options.nanoTime(), options.speed(), options.start());
    state = new StubState(clock, market, new FaultPlan(), options);
    hub = new WsHub(state);
    pump = new Pump(state, hub::tell);
    server = Javalin.create(this::configure);
  }

  /** Starts one; it answers when this returns. */
  public static StubExchange start(StubOptions options) {
    StubExchange exchange = new StubExchange(options);
    exchange.server.start("127.0.0.1", options.port());
    exchange.pump.start();
    return exchange;
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    new PublicApi(state).register(config.routes);
    config.routes.exception(
        Refusal.class,
        (refusal, context) ->
            context.contentType("application/json").result(Json.error(refusal.words())));
    config.routes.ws("/v2", this::configure);
  }

  private void configure(io.javalin.websocket.WsConfig ws) {
    WsRequests requests = new WsRequests(state, hub);
    java.util.Map<Session, WsClient> clients = new java.util.concurrent.ConcurrentHashMap<>();
    ws.onConnect(context -> {
      context.session.setIdleTimeout(java.time.Duration.ZERO);
      WsClient client = new WsClient(context.session);
      clients.put(context.session, client);
      hub.add(client);
    });
    ws.onMessage(context -> {
      WsClient client = clients.get(context.session);
      if (client != null) {
        requests.handle(client, context.message());
      }
    });
    ws.onClose(context -> {
      WsClient client = clients.remove(context.session);
      if (client != null) {
        hub.remove(client);
      }
    });
  }

  /** Where its REST endpoints begin: {@code http://127.0.0.1:PORT}. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Its WebSocket v2: {@code ws://127.0.0.1:PORT/v2}. */
  public URI webSocketUrl() {
    return URI.create("ws://127.0.0.1:" + server.port() + "/v2");
  }

  /** The exchange's time, seconds since the epoch. */
  public double now() {
    return state.now();
  }

  /** Every pair that it trades, as Kraken names it. */
  public List<StubPair> pairs() {
    return state.market().pairs();
  }

  /** Requests to place an order for real: has to be empty for ever. */
  public List<String> ordersPlaced() {
    return new ArrayList<>();
  }

  /** What it holds a pair to be worth at an instant since its beginning; empty for no such pair. */
  public Optional<StubQuote> quote(Pair pair, double time) {
    List<StubPair> pairs = pairs();
    for (int i = 0; i < pairs.size(); i++) {
      StubPair row = pairs.get(i);
      if (row.pair().equals(pair)) {
        StubMarket.BidAsk quote = state.quote(i, state.faults().known(row, time));
        return Optional.of(
            new StubQuote(time, pair, row.value(quote.bid()), row.value(quote.ask())));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    pump.close();
    hub.disconnect();
    server.stop();
    state.market().close();
  }
}
