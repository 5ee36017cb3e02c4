package mycelial.feed.moat;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often a source may be called: once a second, and so many times in any hour, by the exchange's
 * clock. Used by one thread.
 */
final class Allowance {
  private static final double HOUR = 3600;
  private static final double GAP = 1;

  private final Timer timer;
  private final int hourly;
  private final Deque<Double> calls = new ArrayDeque<>();

  Allowance(Timer timer, int hourly) {
    this.timer = timer;
    this.hourly = hourly;
  }

  /** Waits until there may be a call, which is then counted. */
  void take() throws InterruptedException {
    Double last = calls.peekLast();
    if (last != null) {
      timer.until(last + GAP);
    }
    if (calls.size() >= hourly) {
      timer.until(calls.removeFirst() + HOUR);
    }
    calls.addLast(timer.now());
  }
}
