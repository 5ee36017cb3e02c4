package mycelial.feed.kraken;

import mycelial.feed.ScaledClock;

/**
 * Lets so many calls a second pass, by the exchange's clock, in the order in which they come. Safe
 * for use by several threads.
 */
final class Limiter {
  private final ScaledClock clock;
  private final double spacing;
  private double next;

  Limiter(ScaledClock clock, double perSecond) {
    this.clock = clock;
    this.spacing = 1 / perSecond;
  }

  /** Waits for its turn. */
  void acquire() throws InterruptedException {
    double turn = reserve();
    Waits.until(clock, turn);
  }

  private synchronized double reserve() {
    double turn = Math.max(clock.seconds(), next);
    next = turn + spacing;
    return turn;
  }
}
