package mycelial.feed.kraken;

import java.net.http.HttpClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import mycelial.feed.ScaledClock;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairNames;
import mycelial.market.PairSpec;

/**
 * Kraken as a session sees it: one limit on its calls, whoever makes them. Safe for use by several
 * threads.
 */
public final class KrakenExchange implements AutoCloseable {
  private final KrakenSettings settings;
  private final ScaledClock clock;
  private final HttpCalls calls;
  private final Guarded guarded;
  private final RestWorker.PairList list;

  private KrakenExchange(
      KrakenSettings settings, ScaledClock clock, Collection<PairSpec> specs, PairNames names) {
    this.settings = settings;
    this.clock = clock;
    this.calls = new HttpCalls(settings);
    this.guarded =
        new Guarded(
            new KrakenRest(calls),
            new Limiter(clock, settings.callsPerSecond()),
            new Breaker(clock, settings.seed()),
            clock);
    this.list = new RestWorker.PairList(List.copyOf(specs), names);
  }

  /**
   * Does not ask anything yet.
   *
   * @param clock shows the exchange's time, see {@link KrakenTime}
   * @param specs the configured pairs, in order
   * @param names their other names
   */
  public static KrakenExchange open(
      KrakenSettings settings, ScaledClock clock, Collection<PairSpec> specs, PairNames names) {
    return new KrakenExchange(settings, clock, specs, names);
  }

  /**
   * Which of the configured pairs there are.
   *
   * @throws KrakenException when the list cannot be had
   */
  public KrakenPairs pairs() {
    return guarded.patiently(
        "AssetPairs",
        () -> PairFinder.find(guarded.rest().assetPairs(), list.specs(), list.names()));
  }

  /**
   * The exchange's status in its own word, for example {@code online}.
   *
   * @throws KrakenException when it cannot be had
   */
  public String status() {
    return guarded.patiently("SystemStatus", guarded.rest()::status);
  }

  /** Its past. */
  public KrakenHistory history() {
    return new KrakenHistory(guarded);
  }

  /**
   * Its present.
   *
   * @param known the newest bar of each pair that is known already: the next one is told first; a
   *     pair without one begins with the bar that is running
   */
  public KrakenConnector connector(KrakenPairs pairs, Interval interval, Map<Pair, Bar> known) {
    return new KrakenConnector(this, pairs, interval, known);
  }

  KrakenSettings settings() {
    return settings;
  }

  ScaledClock clock() {
    return clock;
  }

  HttpClient client() {
    return calls.client();
  }

  Guarded guarded() {
    return guarded;
  }

  RestWorker.PairList list() {
    return list;
  }

  /** Ends every connection. */
  @Override
  public void close() {
    calls.close();
  }
}
