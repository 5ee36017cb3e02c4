package mycelial.agent.learner;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.message.MemoryCaution;
import mycelial.message.MemoryCaution.Region;
import org.jspecify.annotations.Nullable;

/**
 * What memory has warned a learner of. A regime outlasts the move that leads to a vote, while that
 * move itself carries the pair's state out of it within minutes; so whoever was in it within the
 * last {@value #LINGERS} seconds still is.
 */
final class HeardCautions {
  static final int LINGERS = 1_200;

  private final Map<Pair, Map<Side, List<Region>>> regions = new TreeMap<>();

  /** When a pair was last in a region, seconds since the epoch. */
  private final Map<Region, Double> seen = new LinkedHashMap<>();

  private long applied;

  /** Takes a warning in, in the place of the last one of its pair and direction. */
  void hear(MemoryCaution caution) {
    List<Region> before =
        regions
            .computeIfAbsent(caution.pair(), pair -> new EnumMap<>(Side.class))
            .put(caution.side(), caution.regions());
    if (before != null) {
      before.forEach(seen::remove);
    }
  }

  /** Takes in a state of a pair. */
  void observe(Pair pair, FeatureVector features, double now) {
    for (List<Region> known : regions.getOrDefault(pair, Map.of()).values()) {
      for (Region region : known) {
        if (region.covers(features)) {
          seen.put(region, now);
        }
      }
    }
  }

  /**
   * The warning that speaks against entering a pair now, or null.
   *
   * @param now seconds since the epoch
   */
  @Nullable Region against(Pair pair, Side side, double now) {
    for (Region region : regions.getOrDefault(pair, Map.of()).getOrDefault(side, List.of())) {
      Double last = seen.get(region);
      if (now < region.until() && last != null && now - last <= LINGERS) {
        applied++;
        return region;
      }
    }
    return null;
  }

  /** How often a warning has applied. */
  long applied() {
    return applied;
  }
}
