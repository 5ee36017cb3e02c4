package mycelial.feed.kraken;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mycelial.feed.kraken.KrakenException.Kind;

/** The exchange's time, before there is a clock that shows it. */
public final class KrakenTime {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  /** What whole seconds leave out, on the average. */
  private static final double HALF_A_SECOND = 0.5;

  private static final int MOST_CALLS = 3;
  private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(10);

  private KrakenTime() {}

  /**
   * Asks, and again while the exchange is busy and time remains. A first call may take long (the
   * connection, TLS, this machine's own start), and nobody knows when in that time the answer was
   * made: up to three are made until one was quick. The answer has whole seconds; the instant lies
   * half a second on, and is meant for the moment at which this returns.
   *
   * @param deadline longest time on the wall
   * @return seconds since the epoch, within a second
   * @throws KrakenException when the exchange could not be reached by then
   */
  public static double read(KrakenSettings settings, Duration deadline) {
    int seconds = Math.clamp(deadline.toSeconds(), 1, settings.deadlineSeconds());
    try (var calls = new HttpCalls(settings.withDeadline(seconds))) {
      var rest = new KrakenRest(calls);
      long end = System.nanoTime() + deadline.toNanos();
      for (Duration pause = FIRST_PAUSE; ; pause = pause.multipliedBy(2)) {
        try {
          return quickly(rest) + HALF_A_SECOND;
        } catch (KrakenException failure) {
          boolean hasTime = end - System.nanoTime() > 2 * pause.toNanos();
          if (!hasTime || !isWorthTheWait(failure.kind())) {
            throw failure;
          }
          sleep(pause, failure);
        }
      }
    }
  }

  private static double quickly(KrakenRest rest) {
    long time = 0;
    for (int i = 0; i < MOST_CALLS; i++) {
      long before = System.nanoTime();
      time = rest.time();
      if (System.nanoTime() - before < QUICK) {
        break;
      }
    }
    return time;
  }

  private static boolean isWorthTheWait(Kind kind) {
    return switch (kind) {
      case SERVICE, THROTTLED, MALFORMED, UNREACHABLE -> true;
      default -> false;
    };
  }

  private static void sleep(Duration pause, KrakenException failure) {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
