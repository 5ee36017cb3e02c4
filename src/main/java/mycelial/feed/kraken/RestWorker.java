package mycelial.feed.kraken;

import java.util.Collection;
import java.util.List;
import mycelial.feed.ScaledClock;
import mycelial.market.Interval;
import mycelial.market.PairNames;
import mycelial.market.PairSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks REST, one call at a time: bars that the stream could not tell, each pair in its turn; quotes
 * and the exchange's status while the stream is away; the list of pairs and the time now and then;
 * and a pair's newest bars once a minute, to compare them. Used by one thread.
 */
final class RestWorker {
  private static final Logger LOG = LoggerFactory.getLogger(RestWorker.class);
  private static final double LOOK_AGAIN = 0.25;
  private static final double QUOTES_EVERY = 5;
  private static final double STATUS_EVERY = 30;
  private static final double LIST_EVERY = 600;
  private static final double TIME_AGAIN = 10;
  private static final double COMPARE_EVERY = 60;
  private static final double PAIR_EVERY = 3;

  /** The exchange's time may differ by so much from what is believed, seconds. */
  private static final double TIME_TOLERANCE = 2;

  private static final double HALF_A_SECOND = 0.5;
  private final MarketDesk desk;
  private final Guarded guarded;
  private final ScaledClock clock;
  private final Interval interval;
  private final Collection<PairSpec> specs;
  private final PairNames names;
  private double quotesAt;
  private double statusAt;
  private double listAt;
  private double compareAt;
  private double timeAt;
  private int compared;

  RestWorker(MarketDesk desk, Guarded guarded, Interval interval, PairList list) {
    this.desk = desk;
    this.guarded = guarded;
    this.clock = guarded.clock();
    this.interval = interval;
    this.specs = list.specs();
    this.names = list.names();
    listAt = clock.seconds() + LIST_EVERY;
    timeAt = clock.seconds();
    compareAt = clock.seconds() + COMPARE_EVERY;
  }

  /** What the list of pairs is looked through for. */
  record PairList(Collection<PairSpec> specs, PairNames names) {}

  /** Works until it is interrupted. */
  void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        desk.lockedUntil(guarded.breaker().lockedUntil());
        if (!work()) {
          Waits.pause(clock, LOOK_AGAIN);
        }
      }
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes the most urgent call; false when there is none to make. */
  private boolean work() throws InterruptedException {
    double now = clock.seconds();
    boolean alone = !desk.isStreamUp();
    double timeDue = timeAt + (isTimeOff(now) ? TIME_AGAIN : LIST_EVERY);
    if (isDue(timeDue, "Time")) {
      timeAt = now;
      return call("Time", this::compareTime);
    }
    if (isDue(listAt, "AssetPairs")) {
      listAt = now + LIST_EVERY;
      return call(
          "AssetPairs",
          () -> desk.listings(PairFinder.find(guarded.rest().assetPairs(), specs, names)));
    }
    if (alone && isDue(statusAt, "SystemStatus")) {
      statusAt = now + STATUS_EVERY;
      return call("SystemStatus", () -> desk.system(guarded.rest().status()));
    }
    if (alone && isDue(quotesAt, "Ticker")) {
      quotesAt = now + QUOTES_EVERY;
      return call("Ticker", this::readQuotes);
    }
    return readBars(now);
  }

  private boolean isDue(double time, String subject) {
    return clock.seconds() >= Math.max(time, guarded.breaker().opensAt(subject));
  }

  private boolean readBars(double now) throws InterruptedException {
    for (PairDesk pair : desk.wanting()) {
      if (isDue(pair.asked() + PAIR_EVERY, pair.listing().id())) {
        return call(pair.listing().id(), () -> readBars(pair));
      }
    }
    if (now >= compareAt) {
      compareAt = now + COMPARE_EVERY;
      List<PairDesk> pairs = List.copyOf(desk.desks());
      PairDesk pair = pairs.get(compared++ % pairs.size());
      if (isDue(now, pair.listing().id())) {
        return call(pair.listing().id(), () -> readBars(pair));
      }
    }
    return false;
  }

  private void readBars(PairDesk pair) {
    double asked = clock.seconds();
    OhlcAnswer answer = guarded.rest().ohlc(pair.listing().id(), interval, desk.since(pair));
    desk.rows(pair, answer, asked);
  }

  private void readQuotes() {
    desk.prices(
        guarded.rest().ticker(desk.desks().stream().map(pair -> pair.listing().id()).toList()));
  }

  /** Whether the stream names a time that this machine does not believe to have come. */
  private boolean isTimeOff(double now) {
    return desk.heardUntil() > now + TIME_TOLERANCE;
  }

  private void compareTime() {
    double before = clock.seconds();
    double told = guarded.rest().time() + HALF_A_SECOND;
    double after = clock.seconds();
    double ahead = told - after;
    if (ahead > TIME_TOLERANCE) {
      LOG.warn("the exchange's time is {} s later than believed: the clock is moved on", ahead);
      clock.advance(ahead);
    } else if (before - told > TIME_TOLERANCE) {
      LOG.warn("the exchange's time is {} s earlier than believed", before - told);
    }
  }

  private boolean call(String subject, Runnable call) throws InterruptedException {
    try {
      guarded.once(subject, call);
    } catch (KrakenException failure) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("the session ends");
      }
      desk.restFailed(failure);
      LOG.debug("{}: {}", subject, failure.getMessage());
    }
    return true;
  }
}
