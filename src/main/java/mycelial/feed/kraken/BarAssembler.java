package mycelial.feed.kraken;

import java.util.NavigableMap;
import java.util.TreeMap;
import mycelial.market.Bar;
import org.jspecify.annotations.Nullable;

/**
 * Makes one closed bar of a pair for each interval, whichever source brought it. A bar of the
 * stream is closed by the beginning of a newer one, or by a timer, if the stream was there
 * throughout; else REST has to tell it. Not safe for use by several threads.
 */
final class BarAssembler {
  /** How often a row may be missing in the middle of an answer before it counts as quiet. */
  private static final int MISSES = 2;

  private static final int MOST_PENDING = 1440;
  private final String name;
  private final BarRules rules;
  private final BarOutlet outlet;
  private final SpikeGuard guard;
  private final FeedCounts counts;
  private final TreeMap<Long, Bar> streamed = new TreeMap<>();
  private double streamSince = Double.NaN;
  private long confirmedEnd;
  private int misses;

  BarAssembler(
      KrakenPair pair,
      BarRules rules,
      BarOutlet outlet,
      SpikeGuard.Watcher watcher,
      FeedCounts counts) {
    this.name = pair.pair().name();
    this.rules = rules;
    this.outlet = outlet;
    this.guard = new SpikeGuard(outlet, watcher);
    this.counts = counts;
  }

  /** Goes on after a bar that is known already, or begins with the one that is running. */
  void begin(@Nullable Bar last, double now) {
    if (last == null) {
      outlet.beginAt(floor(now));
    } else {
      outlet.beginAfter(last);
    }
  }

  /** From now on the stream tells every trade. */
  void streamReady(double now) {
    streamSince = now;
    streamed.clear();
  }

  /** The stream is away or not to be trusted: REST has to tell what it would have told. */
  void streamLost() {
    streamSince = Double.NaN;
    streamed.clear();
  }

  /** A candle of the stream: the bar so far. */
  void candle(Candle candle, double now) {
    Bar bar = checked(candle, now);
    if (bar == null) {
      // What the stream tells of this bar cannot be trusted: REST has to.
      streamSince = Math.max(streamSince, now);
      return;
    }
    if (bar.start() < guard.nextStart()) {
      compare(bar);
      return;
    }
    Bar before = streamed.put(bar.start(), bar);
    if (before != null && !follows(bar, before)) {
      counts.warn("bar conflict", name + ": the stream contradicts itself: " + bar);
      streamSince = Math.max(streamSince, now);
    }
    if (streamed.size() > MOST_PENDING) {
      streamed.pollFirstEntry();
    }
    confirmedEnd = Math.max(confirmedEnd, bar.start());
    advance(Math.min(confirmedEnd, floor(now)), now);
  }

  /** Whether a bar so far can come after another: what trades moves prices, and nothing else. */
  private static boolean follows(Bar bar, Bar before) {
    return bar.volume() > before.volume() || CandleCheck.agree(bar, before);
  }

  /**
   * Time goes on.
   *
   * @param now the exchange's time
   * @param heardUntil the newest time that the stream has named
   * @param lastHeard when the stream said anything
   */
  void tick(double now, double heardUntil, double lastHeard) {
    long named = floor(Math.min(now, heardUntil) - rules.grace());
    double patient = now - rules.patience();
    long end = lastHeard >= patient ? Math.max(named, floor(patient)) : named;
    advance(Math.max(end, Math.min(confirmedEnd, floor(now))), now);
  }

  /** Closes the bars of the stream up to an instant, as far as it was there throughout. */
  private void advance(long end, double now) {
    while (guard.nextStart() + rules.interval().seconds() <= end
        && streamSince <= guard.nextStart()) {
      long start = guard.nextStart();
      Bar bar = streamed.remove(start);
      if (bar == null || bar.isQuiet()) {
        guard.quietUntil(start + rules.interval().seconds());
      } else {
        guard.traded(bar, true, now);
      }
    }
  }

  /** Whether only REST can tell the next bar, or whether one that is held back is true. */
  boolean wantsRest(double now) {
    long end = guard.nextStart() + rules.interval().seconds();
    boolean isDue = end + rules.grace() <= now;
    return guard.waitsForRest() || (isDue && !(streamSince <= guard.nextStart()));
  }

  /** From where REST is to tell: the last bars are told again, to be compared. */
  long since() {
    return guard.nextStart() - 3L * rules.interval().seconds() - 1;
  }

  /** What REST answered to a question asked at {@code asked}. */
  void rows(OhlcAnswer answer, double asked, double now) {
    for (int i = 0; i < answer.unusable(); i++) {
      counts.warn("bar rejected", name + ": REST tells a bar without numbers");
    }
    long end = Math.min(answer.last() + rules.interval().seconds(), floor(asked));
    var closed = new TreeMap<Long, Bar>();
    for (Candle candle : answer.rows()) {
      boolean isClosed = candle.start() + rules.interval().seconds() <= end;
      Bar bar = isClosed || candle.start() > now ? checked(candle, now) : null;
      if (bar != null && isClosed) {
        Bar other = closed.putIfAbsent(bar.start(), bar);
        if (other != null && !CandleCheck.agree(bar, other)) {
          counts.warn("bar conflict", name + ": REST tells two bars of " + bar.start());
        }
      }
    }
    take(closed, end, now);
  }

  private void take(NavigableMap<Long, Bar> closed, long end, double now) {
    closed
        .headMap(guard.nextStart())
        .values()
        .forEach(bar -> {
          guard.seenByRest(bar, now);
          compare(bar);
        });
    while (guard.nextStart() + rules.interval().seconds() <= end) {
      long start = guard.nextStart();
      Bar bar = closed.get(start);
      boolean isInTheMiddle = bar == null && closed.lowerKey(start) != null;
      if (isInTheMiddle && misses < MISSES) {
        misses++;
        return;
      }
      if (bar == null || bar.isQuiet()) {
        guard.quietUntil(start + rules.interval().seconds());
      } else {
        guard.traded(bar, false, now);
      }
      streamed.remove(start);
      misses = 0;
    }
  }

  private void compare(Bar bar) {
    Bar told = outlet.told(bar.start());
    if (told == null) {
      return;
    }
    if (CandleCheck.agree(bar, told)) {
      counts.count("bar repeated");
    } else {
      counts.warn("bar conflict", name + ": a bar that was told otherwise comes again: " + bar);
    }
  }

  private @Nullable Bar checked(Candle candle, double now) {
    try {
      return CandleCheck.bar(candle, rules.interval(), now);
    } catch (IllegalArgumentException wrong) {
      counts.warn("bar rejected", name + ": " + wrong.getMessage());
      return null;
    }
  }

  private long floor(double time) {
    long whole = (long) Math.floor(time);
    return whole - Math.floorMod(whole, (long) rules.interval().seconds());
  }
}
