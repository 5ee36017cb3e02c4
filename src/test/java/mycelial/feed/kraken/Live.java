package mycelial.feed.kraken;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import mycelial.config.Configuration;
import mycelial.feed.Arrival;
import mycelial.feed.Arrivals;
import mycelial.feed.ScaledClock;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.stub.StubExchange;
import mycelial.stub.StubOptions;

/** A stub exchange, Kraken's adapter before it, and everything that arrived. */
final class Live implements Arrivals, AutoCloseable {
  static final Pair BITCOIN = new Pair("XXBTZUSD");
  private static final Configuration CONFIGURATION = Configuration.defaults();
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private final StubExchange stub;
  private final KrakenExchange exchange;
  private final KrakenConnector connector;
  private final ScaledClock clock;

  private Live(StubOptions options, double speed, Shape shape) {
    stub = StubExchange.start(options.speed(speed));
    KrakenSettings usual = KrakenSettings.at(stub.url());
    KrakenSettings settings = shape.settings(usual);
    double time = KrakenTime.read(usual, Duration.ofSeconds(5));
    clock = new ScaledClock(System::nanoTime, speed, time);
    exchange =
        KrakenExchange.open(settings, clock, CONFIGURATION.specs().values(), CONFIGURATION.names());
    connector = exchange.connector(exchange.pairs(), Interval.MINUTE, Map.of());
    connector.start(this);
  }

  /** What differs from the usual settings. */
  interface Shape {
    KrakenSettings settings(KrakenSettings usual);
  }

  static Live at(double speed) {
    return new Live(new StubOptions(), speed, usual -> usual);
  }

  static Live with(StubOptions options, double speed, Shape shape) {
    return new Live(options, speed, shape);
  }

  /** Settings whose stream leads nowhere. */
  static KrakenSettings withoutStream(KrakenSettings usual) {
    return new KrakenSettings(
        usual.rest(), URI.create("ws://127.0.0.1:9/v2"), 1, 2, 15, 30, 900, 10, 42);
  }

  @Override
  public void offer(Arrival arrival) {
    arrivals.add(arrival);
  }

  StubExchange stub() {
    return stub;
  }

  KrakenExchange exchange() {
    return exchange;
  }

  KrakenConnector connector() {
    return connector;
  }

  double now() {
    return clock.seconds();
  }

  List<Arrival> arrivals() {
    return new ArrayList<>(arrivals);
  }

  List<Bar> bars(Pair pair) {
    var bars = new ArrayList<Bar>();
    for (Arrival arrival : arrivals) {
      if (arrival instanceof Arrival.Market market && market.update().pair().equals(pair)) {
        Bar bar = market.update().closed();
        if (bar != null) {
          bars.add(bar);
        }
      }
    }
    return bars;
  }

  List<Arrival.Access> access() {
    return arrivals.stream()
        .filter(Arrival.Access.class::isInstance)
        .map(Arrival.Access.class::cast)
        .toList();
  }

  /** Waits for something to hold, twenty seconds on the wall at the most. */
  void await(Predicate<Live> condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.test(this)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "it has not come about; counts " + connector.counts() + ", access " + access());
      }
      Thread.sleep(5);
    }
  }

  @Override
  public void close() {
    connector.close();
    exchange.close();
    stub.close();
  }
}
