package mycelial.agent.learner;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.EntryVector;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.message.MarketData;
import mycelial.message.MemoryCaution;
import mycelial.message.MemoryCaution.Region;
import org.jspecify.annotations.Nullable;

/** What memory has warned a learner of, and the states of its pairs that this is held against. */
final class HeardCautions {
  private final Map<Pair, Map<Side, List<Region>>> regions = new TreeMap<>();
  private final Map<Pair, FeatureVector> states = new TreeMap<>();
  private long applied;

  /** Takes a warning in, in the place of the last one of its pair and direction. */
  void hear(MemoryCaution caution) {
    regions
        .computeIfAbsent(caution.pair(), pair -> new EnumMap<>(Side.class))
        .put(caution.side(), caution.regions());
  }

  /** Takes the state of a pair in; of bars on which something traded, as rules do. */
  void see(MarketData data) {
    if (data.bar() != null && !data.bar().isQuiet()) {
      states.put(data.pair(), data.features());
    }
  }

  /**
   * The warning that speaks against entering a pair now, or null.
   *
   * @param now seconds since the epoch
   */
  @Nullable Region against(Pair pair, Side side, double now) {
    List<Region> known = regions.getOrDefault(pair, Map.of()).getOrDefault(side, List.of());
    FeatureVector features = states.get(pair);
    if (known.isEmpty() || features == null) {
      return null;
    }
    EntryVector state = EntryVector.of(features);
    for (Region region : known) {
      if (now < region.until() && region.covers(state)) {
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
