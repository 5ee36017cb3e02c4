package mycelial.agent.learner;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.message.MemoryCaution;
import mycelial.message.MemoryCaution.Region;
import org.jspecify.annotations.Nullable;

/** What memory has warned a learner of. */
final class HeardCautions {
  private final Map<Pair, Map<Side, List<Region>>> regions = new TreeMap<>();
  private long applied;

  /** Takes a warning in, in the place of the last one of its pair and direction. */
  void hear(MemoryCaution caution) {
    regions
        .computeIfAbsent(caution.pair(), pair -> new EnumMap<>(Side.class))
        .put(caution.side(), caution.regions());
  }

  /**
   * The warning that speaks against entering a pair now, or null.
   *
   * @param features the state of the pair
   * @param now seconds since the epoch
   */
  @Nullable Region against(Pair pair, Side side, FeatureVector features, double now) {
    for (Region region : regions.getOrDefault(pair, Map.of()).getOrDefault(side, List.of())) {
      if (now < region.until() && region.covers(features)) {
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
