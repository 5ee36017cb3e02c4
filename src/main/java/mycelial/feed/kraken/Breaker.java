package mycelial.feed.kraken;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import mycelial.feed.ScaledClock;
import mycelial.feed.kraken.KrakenException.Kind;

/**
 * Keeps calls away from what has failed: for each subject (an endpoint, a pair) and class of error
 * a pause that doubles with every failure in a row, with jitter from a seed. Trouble of the
 * connection and a lockout stop every call. Safe for use by several threads.
 */
final class Breaker {
  private static final double LONGEST = 60;
  private static final double LOCKOUT = 15 * 60;
  private static final double THROTTLED = 5;
  private static final double REQUEST = 600;

  /** The subject of what stops every call. */
  private static final String ALL = "";

  private record Pause(double until, int failures, KrakenException cause) {}

  private final ScaledClock clock;
  private final SplittableRandom random;
  private final Map<String, Map<Kind, Pause>> pauses = new TreeMap<>();

  Breaker(ScaledClock clock, long seed) {
    this.clock = clock;
    this.random = new SplittableRandom(seed);
  }

  /** A call about the subject has failed. */
  synchronized void failed(String subject, KrakenException failure) {
    Kind kind = failure.kind();
    String about = isGlobal(kind) ? ALL : subject;
    Map<Kind, Pause> kinds = pauses.computeIfAbsent(about, name -> new EnumMap<>(Kind.class));
    Pause before = kinds.get(kind);
    int failures = before == null ? 1 : before.failures() + 1;
    kinds.put(kind, new Pause(clock.seconds() + pause(kind, failures), failures, failure));
  }

  private static boolean isGlobal(Kind kind) {
    return switch (kind) {
      case LOCKED_OUT, DNS, REFUSED, TLS -> true;
      default -> false;
    };
  }

  private double pause(Kind kind, int failures) {
    double doubled = Math.min(LONGEST, 1 << Math.min(failures - 1, 10));
    double jittered = doubled / 2 + random.nextDouble() * doubled / 2;
    return switch (kind) {
      case LOCKED_OUT -> LOCKOUT;
      case REQUEST -> REQUEST;
      case THROTTLED -> Math.min(LONGEST, THROTTLED + jittered * THROTTLED);
      default -> Math.max(1, jittered);
    };
  }

  /**
   * A call about the subject has succeeded: its failures, and those of the connection, are over.
   */
  synchronized void succeeded(String subject) {
    pauses.remove(subject);
    Map<Kind, Pause> all = pauses.get(ALL);
    if (all != null) {
      all.keySet().removeIf(kind -> kind != Kind.LOCKED_OUT);
    }
  }

  /** A subject may be asked again, as when the exchange lists it anew. */
  synchronized void forgive(String subject) {
    pauses.remove(subject);
  }

  /** When the subject may be asked, seconds since the epoch; the past when at once. */
  synchronized double opensAt(String subject) {
    return Math.max(latest(subject), latest(ALL));
  }

  private double latest(String subject) {
    double latest = 0;
    for (Pause pause : pauses.getOrDefault(subject, Map.of()).values()) {
      latest = Math.max(latest, pause.until());
    }
    return latest;
  }

  /** What keeps the subject from being asked at the moment, if anything does. */
  synchronized Optional<KrakenException> obstacle(String subject) {
    double now = clock.seconds();
    return pauses.getOrDefault(ALL, Map.of()).values().stream()
        .filter(pause -> pause.until() > now)
        .findFirst()
        .or(() ->
            pauses.getOrDefault(subject, Map.of()).values().stream()
                .filter(pause -> pause.until() > now)
                .findFirst())
        .map(Pause::cause);
  }

  /** When the lockout ends, seconds since the epoch; the past when there is none. */
  synchronized double lockedUntil() {
    Pause lockout = pauses.getOrDefault(ALL, Map.of()).get(Kind.LOCKED_OUT);
    return lockout == null ? 0 : lockout.until();
  }
}
