package mycelial.bench.learning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.synthetic.CostMultiple;
import mycelial.feed.synthetic.WorldKind;
import mycelial.feed.synthetic.WorldSpec;
import mycelial.market.Interval;
import mycelial.market.PairSpec;

/**
 * One world to be played with one configuration.
 *
 * @param experiment what it is for
 * @param variant what is taken from the colony
 * @param world what is hidden in it
 * @param drifts how strong its effects are
 * @param bus what the agents talk over
 * @param seed of world and colony
 * @param days length
 * @param settings all configuration overrides, dotted key to text
 */
record Trial(
    Experiment experiment,
    Variant variant,
    WorldKind world,
    CostMultiple drifts,
    Bus bus,
    long seed,
    int days,
    Map<String, String> settings) {
  /** In this process, or a process of the program's own over a real Redis. */
  enum Bus {
    MEMORY,
    REDIS
  }

  Trial {
    settings = Map.copyOf(settings);
  }

  /** The world's specification. */
  WorldSpec spec(List<PairSpec> pairs) {
    return WorldSpec.of(world, seed, pairs, days, Interval.MINUTE).with(drifts);
  }

  /** What is played, apart from the build: two experiments may ask for the same. */
  String key() {
    return "%s %s, seed %d, %d days, %s %s"
        .formatted(world.label(), drifts, seed, days, bus, new TreeMap<>(settings));
  }
}
