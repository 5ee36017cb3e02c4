package mycelial.learning;

import java.util.Map;
import java.util.TreeMap;
import mycelial.market.PatternFamily;

/**
 * The families of patterns that a learner has been told to refuse, and until when; times are in
 * seconds since the epoch. Used by one thread.
 */
final class Quarantine {
  private final Map<String, Double> until = new TreeMap<>();

  /** Refuses a family up to that time, or for longer where that has been said before. */
  void add(String family, double end) {
    until.merge(family, end, Math::max);
  }

  /** Forgets what is over. */
  void lift(double now) {
    if (!until.isEmpty()) {
      until.values().removeIf(end -> end <= now);
    }
  }

  /** Whether a rule may not be taken in. */
  boolean refuses(Rule rule) {
    return !until.isEmpty() && until.containsKey(family(rule));
  }

  static String family(Rule rule) {
    return PatternFamily.of(rule.pair(), rule.side(), rule.conditions());
  }
}
