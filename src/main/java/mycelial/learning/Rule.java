package mycelial.learning;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mycelial.market.Condition;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.Source;
import mycelial.market.StrategyType;
import org.jspecify.annotations.Nullable;

/**
 * A conjunction of two or three conditions that, when all hold, proposes a trade. Immutable and
 * safe to share between threads.
 *
 * @param id {@code r<learner>-<serial>}
 * @param pair the pair it trades
 * @param side the direction; a SELL is tried as a short trade and serves as an exit
 * @param horizonMinutes holding time, at most a week
 * @param conditions what must hold; no source twice
 * @param generation how many ancestors it has
 * @param parentId the rule it was made from, or null
 */
public record Rule(
    String id,
    Pair pair,
    Side side,
    int horizonMinutes,
    List<Condition> conditions,
    int generation,
    @Nullable String parentId) {
  static final int MINIMUM_CONDITIONS = 2;
  static final int MAXIMUM_CONDITIONS = 3;
  static final int LONGEST_HORIZON = 7 * 24 * 60;

  /**
   * @throws IllegalArgumentException when the number of conditions or the horizon is out of range,
   *     or a source is looked at twice
   */
  public Rule {
    conditions = List.copyOf(conditions);
    if (conditions.size() < MINIMUM_CONDITIONS || conditions.size() > MAXIMUM_CONDITIONS) {
      throw new IllegalArgumentException(
          "rule " + id + " has " + conditions.size() + " conditions instead of two or three");
    }
    if (horizonMinutes < 1 || horizonMinutes > LONGEST_HORIZON) {
      throw new IllegalArgumentException(
          "rule " + id + " has a horizon of " + horizonMinutes + " min, not 1 to a week");
    }
    Set<Source> sources = new LinkedHashSet<>();
    for (Condition condition : conditions) {
      if (!sources.add(condition.source())) {
        throw new IllegalArgumentException("rule " + id + " looks twice at " + condition);
      }
    }
  }

  /** The style that follows from the horizon: the narrowest whose cap does not cut it short. */
  public StrategyType strategyType() {
    if (horizonMinutes <= StrategyType.HFT.maxHoldMinutes()) {
      return StrategyType.HFT;
    }
    return horizonMinutes <= StrategyType.DAY.maxHoldMinutes()
        ? StrategyType.DAY
        : StrategyType.SWING;
  }

  /**
   * Identifies the piece of evidence: pair, direction and, in any order, what the conditions look
   * at with their levels on the swarm's grid. Horizon and name do not matter. Stable between runs
   * and machines.
   */
  public long evidenceKey() {
    long[] parts = new long[conditions.size()];
    for (int i = 0; i < parts.length; i++) {
      Condition condition = conditions.get(i);
      long part = text(condition.source().key());
      part = mix(part + condition.comparison().ordinal());
      parts[i] = mix(part + QuantileGrid.bucket(condition.quantile()));
    }
    Arrays.sort(parts);
    long key = mix(text(pair.name()) + side.ordinal());
    for (long part : parts) {
      key = mix(key + part);
    }
    return key;
  }

  /** FNV-1a over the characters (Fowler, Noll and Vo, 1991), 64 bits. */
  private static long text(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mix(long value) {
    long mixed = value + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
