package mycelial.feed.kraken;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.Arrivals;
import mycelial.feed.Connector;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Pair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches Kraken: one closed bar for each pair and interval in strictly increasing time, quotes,
 * and whether positions may be opened. The web socket tells them; REST fills in what it could not,
 * and tells everything while it is away. Its own threads run until it is closed.
 */
public final class KrakenConnector implements Connector {
  private static final Logger LOG = LoggerFactory.getLogger(KrakenConnector.class);
  private static final long LAST_WORDS_MILLIS = 1500;
  private static final double TICK = 0.25;
  private final KrakenExchange exchange;
  private final KrakenPairs pairs;
  private final Interval interval;
  private final Map<Pair, Bar> known;
  private final FeedCounts counts = new FeedCounts();
  private final List<Thread> threads = new ArrayList<>();

  KrakenConnector(
      KrakenExchange exchange, KrakenPairs pairs, Interval interval, Map<Pair, Bar> known) {
    this.exchange = exchange;
    this.pairs = pairs;
    this.interval = interval;
    this.known = new TreeMap<>(known);
  }

  @Override
  public synchronized void start(Arrivals sink) {
    if (!threads.isEmpty()) {
      throw new IllegalStateException("it watches already");
    }
    var desk =
        new MarketDesk(
            pairs.listed(),
            exchange.settings(),
            interval,
            exchange.clock(),
            MarketDesk.surroundings(sink, counts));
    desk.begin(known);
    desk.listings(pairs);
    var keeper =
        new StreamKeeper(
            exchange.client(), exchange.settings(), desk, exchange.clock(), interval.minutes());
    var worker = new RestWorker(desk, exchange.guarded(), interval, exchange.list());
    begin("kraken-stream", keeper::run);
    begin("kraken-rest", worker::run);
    begin("kraken-timer", () -> tick(desk));
  }

  private void begin(String name, Runnable work) {
    threads.add(
        Thread.ofVirtual()
            .name(name)
            .uncaughtExceptionHandler((thread, bug) -> LOG.error("{} has died", name, bug))
            .start(work));
  }

  private void tick(MarketDesk desk) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        desk.tick();
        Waits.pause(exchange.clock(), TICK);
      }
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was rejected, repeated or lost so far, by name. */
  public Map<String, Long> counts() {
    return counts.all();
  }

  @Override
  public String description() {
    return "Kraken at "
        + exchange.settings().server()
        + ", "
        + pairs.listed().size()
        + " pairs, bars of "
        + interval.minutes()
        + " min";
  }

  @Override
  public synchronized void close() {
    threads.forEach(Thread::interrupt);
    long end = System.nanoTime() + LAST_WORDS_MILLIS * 1_000_000;
    for (Thread thread : threads) {
      try {
        thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    threads.clear();
  }
}
