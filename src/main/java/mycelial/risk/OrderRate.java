package mycelial.risk;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts the orders of the last 60 minutes. Used by one thread; times are in seconds since the
 * epoch and do not go backwards.
 */
public final class OrderRate {
  private static final double HOUR = 3600;

  private final int limit;
  private final Deque<Double> times = new ArrayDeque<>();

  /**
   * @param limit orders in an hour at which no further one may follow, or 0 for no limit
   */
  public OrderRate(int limit) {
    this.limit = limit;
  }

  /** An order was filled. */
  public void add(double time) {
    if (limit > 0) {
      times.add(time);
    }
  }

  /** Whether there were so many orders in the hour before that time that none may follow. */
  public boolean isReached(double now) {
    while (!times.isEmpty() && times.getFirst() <= now - HOUR) {
      times.removeFirst();
    }
    return limit > 0 && times.size() >= limit;
  }

  /** Orders in an hour. */
  public int limit() {
    return limit;
  }
}
