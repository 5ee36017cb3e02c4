package mycelial.feed.kraken;

import java.util.concurrent.TimeUnit;
import mycelial.feed.ScaledClock;

/** Waits by the exchange's clock. */
final class Waits {
  private static final long SHORTEST = TimeUnit.MICROSECONDS.toNanos(200);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(1);

  private Waits() {}

  /** Until a time, seconds since the epoch; a clock that is moved on ends the wait early. */
  static void until(ScaledClock clock, double time) throws InterruptedException {
    for (long nanos = clock.nanosUntil(time); nanos > 0; nanos = clock.nanosUntil(time)) {
      TimeUnit.NANOSECONDS.sleep(Math.clamp(nanos, SHORTEST, LONGEST));
    }
  }

  /** For so many of its seconds, but at least two milliseconds: a thread that looks again. */
  static void pause(ScaledClock clock, double seconds) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(Math.clamp(clock.wallNanos(seconds), PAUSE, LONGEST));
  }

  /** For so many of its seconds. */
  static void seconds(ScaledClock clock, double seconds) throws InterruptedException {
    until(clock, clock.seconds() + seconds);
  }
}
