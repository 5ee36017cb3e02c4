package mycelial.agent.builder;

import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Pair;

/** Until when pairs are left alone, seconds since the epoch, and whether that has been said. */
final class Cooldowns {
  private final double seconds;
  private final Map<Pair, Double> ends = new TreeMap<>();
  private final Map<Pair, Double> said = new TreeMap<>();

  /** Cooldowns of that length. */
  Cooldowns(double seconds) {
    this.seconds = seconds;
  }

  void start(Pair pair, double now) {
    ends.put(pair, now + seconds);
  }

  boolean isCooling(Pair pair, double now) {
    return now < until(pair);
  }

  /** The end of a pair's last cooldown; before all times if it had none. */
  double until(Pair pair) {
    return ends.getOrDefault(pair, Double.NEGATIVE_INFINITY);
  }

  /** Whether this is the first question of this kind in the pair's cooldown. */
  boolean isNew(Pair pair) {
    Double end = until(pair);
    return !end.equals(said.put(pair, end));
  }
}
