package mycelial.feed.moat;

import java.util.SortedMap;
import mycelial.feed.Arrival;
import mycelial.feed.Arrivals;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;

/**
 * Hands a source's signals over as seen now, at most so many at once that a miner can announce them
 * all. Used by one thread.
 */
final class Outlet {
  /** A miner is heard for a thousand messages an instant. */
  private static final int MOST_A_SECOND = 400;

  private final Arrivals sink;
  private final Timer timer;
  private final SortedMap<MoatTarget, Long> told;
  private long second;
  private int inSecond;

  /**
   * An outlet.
   *
   * @param told the newest event of each target that is known already, as to a session that is
   *     resumed, seconds since the epoch; what was before is not told again
   */
  Outlet(Arrivals sink, Timer timer, SortedMap<MoatTarget, Long> told) {
    this.sink = sink;
    this.timer = timer;
    this.told = told;
  }

  /** Now, whole seconds since the epoch: what happened up to then may be told. */
  long now() {
    return (long) timer.now();
  }

  /** Tells a measurement of something that has happened. */
  void tell(MoatTarget target, String field, double value, long eventTime)
      throws InterruptedException {
    if (eventTime <= told.getOrDefault(target, Long.MIN_VALUE)) {
      return;
    }
    if (inSecond >= MOST_A_SECOND) {
      timer.until(second + 1.0);
    }
    long now = now();
    if (now != second) {
      second = now;
      inSecond = 0;
    }
    inSecond++;
    sink.offer(new Arrival.Signal(new MoatSignal(target, field, value, eventTime, now)));
  }
}
