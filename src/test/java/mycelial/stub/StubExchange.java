package mycelial.stub;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.websocket.WsConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import mycelial.feed.ScaledClock;
import mycelial.market.Pair;
import org.eclipse.jetty.websocket.api.Session;

/**
 * A server on loopback that speaks Kraken's REST and WebSocket v2 and the moats' feeds, over a
 * synthetic or recorded market, on a clock of its own at any speed, with scripted faults. Safe for
 * use by several threads.
 */
public final class StubExchange implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final StubState state;
  private final WsHub hub;
  private final Orders orders = new Orders();
  private final HttpFaults faults;
  private final Javalin server;
  private final int port;
  private final Logs logs;
  private final Pump pump;

  private StubExchange(StubOptions options) {
    StubMarket market = options.market();
    FaultPlan plan = options.plan(market.pairs());
    double start = options.start();
    market.candle(0, market.firstTime(), market.baseSeconds(), start);
    ScaledClock clock = new ScaledClock(options.nanoTime(), options.speed(), start);
    state = new StubState(clock, market, plan, options);
    hub = new WsHub(state);
    faults = new HttpFaults(state);
    logs = new Logs(state);
    server = Javalin.create(this::configure).start(LOOPBACK, options.port());
    port = server.port();
    Door door = new Door(server.jettyServer().server());
    pump = new Pump(state, new Day(state, hub, logs, door)::pass);
    pump.start();
  }

  /**
   * Starts one; it answers when this returns.
   *
   * @throws IllegalArgumentException when the options make no exchange, saying why
   */
  public static StubExchange start(StubOptions options) {
    return new StubExchange(options);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.routes.before(faults::strike);
    new PublicApi(state).register(config.routes);
    new PrivateApi(state, orders).register(config.routes);
    new GithubApi(state).register(config.routes);
    new PortWatchApi(state).register(config.routes);
    new FederalRegisterApi(state).register(config.routes);
    new EdgarApi(state).register(config.routes);
    config.routes.exception(
        Refusal.class,
        (refusal, context) ->
            context.contentType("application/json").result(Json.error(refusal.words())));
    config.routes.ws("/v2", this::configure);
  }

  private void configure(WsConfig ws) {
    WsRequests requests = new WsRequests(state, hub, orders);
    Map<Session, WsClient> clients = new ConcurrentHashMap<>();
    ws.onConnect(context -> {
      context.session.setIdleTimeout(Duration.ZERO);
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
    return URI.create("http://" + LOOPBACK + ":" + port);
  }

  /** Its WebSocket v2: {@code ws://127.0.0.1:PORT/v2}. */
  public URI webSocketUrl() {
    return URI.create("ws://" + LOOPBACK + ":" + port + "/v2");
  }

  /** The exchange's time, seconds since the epoch. */
  public double now() {
    return state.now();
  }

  /** Every pair that it trades, as Kraken names it. */
  public List<StubPair> pairs() {
    return state.market().pairs();
  }

  /** Requests that would have moved money; has to be empty for ever. */
  public List<String> ordersPlaced() {
    return orders.all();
  }

  /** How many WebSocket connections are open. */
  public int connections() {
    return hub.size();
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

  /** What goes wrong, planned and added. */
  public List<StubFault> faults() {
    return state.faults().faults();
  }

  /** Lets something go wrong from now on, for so many seconds of the exchange. */
  public void fail(StubFault.Kind kind, String target, double seconds) {
    double now = now();
    state.faults().add(new StubFault(kind, now, now + seconds, target, 1));
  }

  /** Lets nothing go wrong any more. */
  public void heal() {
    state.faults().clear();
  }

  @Override
  public void close() {
    pump.close();
    faults.close();
    hub.disconnect();
    server.stop();
    state.market().close();
    try {
      logs.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a log cannot be written", e);
    }
  }
}
