package mycelial.bus.redis;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Exponential backoff with jitter, so that sessions that lost the same server do not come back in
 * step. The randomness decides nothing but a delay. Used by one thread.
 */
final class Backoff {
  private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(2);

  private long next = FIRST;

  /** How long to wait before the next attempt, nanoseconds. */
  long delay() {
    long delay = next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1);
    next = Math.min(LONGEST, 2 * next);
    return delay;
  }

  /** An attempt has succeeded. */
  void reset() {
    next = FIRST;
  }
}
