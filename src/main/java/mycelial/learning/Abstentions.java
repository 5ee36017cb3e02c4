package mycelial.learning;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts, by reason, how often a rule fired and brought no vote: one for each rule and bar. What a
 * quarantine drops is not among them, since it fires no more. Used by one thread.
 */
public final class Abstentions {
  private final long[] counts = new long[Abstention.values().length];

  /** One rule, on one bar. */
  public void note(Abstention reason) {
    counts[reason.ordinal()]++;
  }

  /** Several at once. */
  public void note(Abstention reason, long times) {
    counts[reason.ordinal()] += times;
  }

  /** How often that was the reason. */
  public long count(Abstention reason) {
    return counts[reason.ordinal()];
  }

  /** Adds another's counts to these. */
  public void add(Abstentions other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** The reasons that there were, by name, in the order of their enum. */
  public Map<String, Long> byReason() {
    Map<String, Long> byReason = new LinkedHashMap<>();
    for (Abstention reason : Abstention.values()) {
      if (count(reason) > 0) {
        byReason.put(reason.name(), count(reason));
      }
    }
    return byReason;
  }
}
