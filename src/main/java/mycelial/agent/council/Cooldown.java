package mycelial.agent.council;

import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Pair;

/** Lets something happen for a pair, but not again before a time has passed. */
final class Cooldown {
  private final long ticks;
  private final Map<Pair, Long> last = new TreeMap<>();
  private long granted;

  /**
   * @param ticks between two times, at least
   */
  Cooldown(long ticks) {
    this.ticks = ticks;
  }

  /** Whether it may happen now; then it has. */
  boolean grants(Pair pair, long tick) {
    Long before = last.get(pair);
    if (before != null && tick - before < ticks) {
      return false;
    }
    last.put(pair, tick);
    granted++;
    return true;
  }

  /** How often it has happened. */
  long granted() {
    return granted;
  }
}
