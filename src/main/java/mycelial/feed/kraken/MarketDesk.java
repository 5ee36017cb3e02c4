package mycelial.feed.kraken;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mycelial.feed.Arrivals;
import mycelial.feed.ScaledClock;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Pair;

/**
 * What is known of the market, from whichever source, and whether it may be traded on. Every method
 * takes its lock, so that the stream, REST and the timer may call it at once.
 */
final class MarketDesk {
  private static final String FEED = "feed";

  /** After so many failures in a row REST counts as away. */
  private static final int AWAY = 3;

  /** This machine itself may pause for so long, seconds on the wall. */
  private static final double LEAST_WALL = 0.25;

  private final ScaledClock clock;
  private final Interval interval;
  private final AccessBook access;
  private final FeedCounts counts;
  private final Freshness freshness;
  private final Map<Pair, PairDesk> desks = new LinkedHashMap<>();
  private final Map<String, PairDesk> bySymbol = new TreeMap<>();
  private boolean streamUp;
  private boolean streamTrusted = true;
  private String streamTrouble = "not connected yet";
  private String restTrouble = "";
  private int restFailures;
  private double heardUntil;
  private double lastHeard;

  MarketDesk(
      List<KrakenPair> pairs,
      KrakenSettings settings,
      Interval interval,
      ScaledClock clock,
      PairDesk.Surroundings around) {
    this.clock = clock;
    this.interval = interval;
    this.access = around.access();
    this.counts = around.counts();
    double now = clock.seconds();
    this.freshness =
        new Freshness(Math.max(settings.staleSeconds(), LEAST_WALL * clock.speed()), now);
    var rules = new BarRules(interval, settings.graceSeconds(), settings.lateSeconds());
    for (KrakenPair pair : pairs) {
      var desk = new PairDesk(pair, settings, rules, around, now);
      desks.put(pair.pair(), desk);
      bySymbol.put(pair.symbol(), desk);
    }
  }

  /** What the desk of a market works with. */
  static PairDesk.Surroundings surroundings(Arrivals sink, FeedCounts counts) {
    return new PairDesk.Surroundings(sink, new AccessBook(sink), counts);
  }

  /** Goes on after bars that are known already. */
  synchronized void begin(Map<Pair, Bar> last) {
    double now = clock.seconds();
    desks.forEach((pair, desk) -> desk.begin(last.get(pair), now));
  }

  /** The pairs in their order. */
  Collection<PairDesk> desks() {
    return Collections.unmodifiableCollection(desks.values());
  }

  /** Whether the stream is there. */
  synchronized boolean isStreamUp() {
    return streamUp;
  }

  /** A message of the stream. */
  synchronized void heard(String message) {
    double now = clock.seconds();
    lastHeard = now;
    StreamMessages.read(message).forEach(event -> take(event, now));
  }

  private void take(StreamEvent event, double now) {
    switch (event) {
      case StreamEvent.CandleSeen seen -> candle(seen, now);
      case StreamEvent.PricesSeen seen -> {
        PairDesk desk = bySymbol.get(seen.prices().name());
        if (desk != null && desk.prices(seen.prices(), now)) {
          changed(now);
        }
      }
      case StreamEvent.SystemSeen seen -> system(seen.status());
      case StreamEvent.Subscribed held -> subscribed(held, now);
      case StreamEvent.Refused refused ->
          counts.warn("subscription refused", refused.symbol() + ": " + refused.reason());
      case StreamEvent.TimeNamed named -> heardUntil = Math.max(heardUntil, named.time());
    }
  }

  private void candle(StreamEvent.CandleSeen seen, double now) {
    PairDesk desk = bySymbol.get(seen.symbol());
    if (desk != null && seen.minutes() == interval.minutes() && desk.candle(seen.candle(), now)) {
      changed(now);
    }
  }

  private void subscribed(StreamEvent.Subscribed held, double now) {
    PairDesk desk = bySymbol.get(held.symbol());
    if (desk != null && held.channel().equals("ohlc")) {
      streamUp = true;
      if (streamTrusted) {
        desk.bars().streamReady(now);
      }
    }
  }

  private void changed(double now) {
    freshness.told(now, now);
    if (!streamTrusted) {
      streamTrusted = true;
      if (streamUp) {
        desks.values().forEach(desk -> desk.bars().streamReady(now));
      }
    }
  }

  /** The stream is away. */
  synchronized void streamClosed(String reason) {
    streamUp = false;
    streamTrouble = reason;
    heardUntil = 0;
    desks.values().forEach(desk -> desk.bars().streamLost());
  }

  /** The exchange's status, from either source. */
  synchronized void system(String status) {
    if (status.equals("online")) {
      access.lift("exchange", null, "Kraken is online");
    } else {
      access.bar("exchange", null, "Kraken's status is " + KrakenErrors.shown(status));
    }
  }

  /** Rows of a pair came from REST. */
  synchronized void rows(PairDesk desk, OhlcAnswer answer, double asked) {
    double now = clock.seconds();
    restSucceeded();
    if (desk.rows(answer, asked, now)) {
      changed(now);
    }
  }

  /** Best prices came from REST. */
  synchronized void prices(List<BestPrices> all) {
    double now = clock.seconds();
    restSucceeded();
    for (BestPrices prices : all) {
      desks.values().stream()
          .filter(desk -> desk.listing().id().equals(prices.name()))
          .filter(desk -> desk.prices(prices, now))
          .forEach(desk -> changed(now));
    }
  }

  /** What AssetPairs says of the pairs now. */
  synchronized void listings(KrakenPairs now) {
    for (Pair pair : desks.keySet()) {
      Optional<KrakenPair> row = now.find(pair);
      if (row.isEmpty()) {
        access.bar("exchange", pair, "Kraken lists the pair no longer");
      } else if (!row.get().isOnline()) {
        String status = KrakenErrors.shown(row.get().status());
        access.bar("exchange", pair, "Kraken has set the pair to " + status);
      } else {
        access.lift("exchange", pair, "Kraken trades the pair");
      }
    }
  }

  private void restSucceeded() {
    restFailures = 0;
  }

  /** A call of REST has failed. */
  synchronized void restFailed(KrakenException failure) {
    restFailures++;
    restTrouble = failure.getMessage();
  }

  /** Kraken locks this machine out until then, seconds since the epoch; the past for no longer. */
  synchronized void lockedUntil(double time) {
    if (time > clock.seconds()) {
      access.bar("lockout", null, "Kraken has locked us out for 15 minutes; nothing is asked");
    } else {
      access.lift("lockout", null, "the lockout is over");
    }
  }

  /** Time goes on. */
  synchronized void tick() {
    double now = clock.seconds();
    for (PairDesk desk : desks.values()) {
      if (streamUp && streamTrusted) {
        desk.bars().tick(now, heardUntil, lastHeard);
      }
      desk.tick(now);
    }
    watchTheFeed(now);
  }

  private void watchTheFeed(double now) {
    if (freshness.isStale(now)) {
      if (streamTrusted) {
        streamTrusted = false;
        desks.values().forEach(desk -> desk.bars().streamLost());
      }
      access.bar(FEED, null, "nothing has changed for " + (long) freshness.age(now) + " s");
    } else if (!streamUp && restFailures >= AWAY) {
      access.bar(FEED, null, "web socket: " + streamTrouble + "; REST: " + restTrouble);
    } else {
      access.lift(FEED, null, "data is coming again");
    }
  }

  /** The pairs whose next bar only REST can tell, the one that was asked longest ago first. */
  synchronized List<PairDesk> wanting() {
    double now = clock.seconds();
    return desks.values().stream()
        .filter(desk -> desk.bars().wantsRest(now))
        .sorted(Comparator.comparingDouble(PairDesk::asked))
        .toList();
  }

  /** From where a pair's bars are to be told. */
  synchronized long since(PairDesk desk) {
    desk.isAsked(clock.seconds());
    return desk.bars().since();
  }

  /** The newest time that the stream has named, seconds since the epoch. */
  synchronized double heardUntil() {
    return heardUntil;
  }
}
