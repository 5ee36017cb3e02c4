package mycelial.feed.moat;

import java.util.concurrent.TimeUnit;
import mycelial.feed.ScaledClock;

/** Waits by the exchange's clock. Safe for use by several threads. */
final class Timer {
  private static final long SHORTEST = TimeUnit.MICROSECONDS.toNanos(200);
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(1);

  private final ScaledClock clock;

  Timer(ScaledClock clock) {
    this.clock = clock;
  }

  /** Now, seconds since the epoch. */
  double now() {
    return clock.seconds();
  }

  /** Waits for a time, seconds since the epoch; a clock that is moved on ends the wait early. */
  void until(double time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    for (long nanos = clock.nanosUntil(time); nanos > 0; nanos = clock.nanosUntil(time)) {
      TimeUnit.NANOSECONDS.sleep(Math.clamp(nanos, SHORTEST, LONGEST));
    }
  }
}
