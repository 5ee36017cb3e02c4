package mycelial.feed;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The exchange's time as a session sees it: it runs at the session's speed and never backwards,
 * whatever becomes of this machine's own clock. Everything that waits on the outside waits by it:
 * limits, retries, cadences. Safe for use by several threads.
 */
public final class ScaledClock {
  private final LongSupplier nanoTime;
  private final double speed;
  private long anchorNanos;
  private double anchorSeconds;

  /**
   * A clock that shows {@code epochSeconds} now.
   *
   * @param nanoTime a monotonic clock in nanoseconds
   * @param speed its seconds for each second on the wall, above zero
   * @param epochSeconds the exchange's time, seconds since the epoch
   */
  public ScaledClock(LongSupplier nanoTime, double speed, double epochSeconds) {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed " + speed + " is not above zero");
    }
    this.nanoTime = nanoTime;
    this.speed = speed;
    this.anchorNanos = nanoTime.getAsLong();
    this.anchorSeconds = epochSeconds;
  }

  /** Its seconds for each second on the wall. */
  public double speed() {
    return speed;
  }

  /** Now, seconds since the epoch. */
  public synchronized double seconds() {
    double passed = (nanoTime.getAsLong() - anchorNanos) / (double) TimeUnit.SECONDS.toNanos(1);
    return anchorSeconds + passed * speed;
  }

  /** How long the wall takes until that time, nanoseconds; zero when it has passed. */
  public long nanosUntil(double seconds) {
    return wallNanos(Math.max(0, seconds - seconds()));
  }

  /** How long the wall takes for that many of its seconds, nanoseconds. */
  public long wallNanos(double seconds) {
    return (long) (seconds / speed * TimeUnit.SECONDS.toNanos(1));
  }

  /**
   * Moves on by that many seconds: the exchange's time has turned out to be later than believed, as
   * after a sleep of the machine. A clock that is ahead is left to the exchange to catch up with.
   *
   * @throws IllegalArgumentException when it would go backwards
   */
  public synchronized void advance(double seconds) {
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("a clock cannot be moved on by " + seconds + " s");
    }
    anchorSeconds += seconds;
  }
}
