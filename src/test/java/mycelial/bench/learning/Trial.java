package mycelial.bench.learning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.synthetic.WorldKind;
import mycelial.feed.synthetic.WorldSpec;
import mycelial.market.Interval;
import mycelial.market.PairSpec;

/**
 * One world to be played with one configuration.
 *
 * @param experiment what it is for
 * @param variant which of the experiment's configurations
 * @param world what is hidden in it
 * @param weak whether drifts are 1.5 to 2.5 round trips instead of the world's own
 * @param seed of world and colony
 * @param days length
 * @param settings configuration overrides, dotted key to text
 */
record Trial(
    Experiment experiment,
    String variant,
    WorldKind world,
    boolean weak,
    long seed,
    int days,
    Map<String, String> settings) {
  Trial {
    settings = Map.copyOf(settings);
  }

  /** The world's specification. */
  WorldSpec spec(List<PairSpec> pairs) {
    return WorldSpec.of(world, seed, pairs, days, Interval.MINUTE);
  }

  /** Identifies the trial among all that ever were, apart from the build. */
  String key() {
    return "%s/%s/%s%s/%d/%d/%s"
        .formatted(
            experiment.label(),
            variant,
            world.label(),
            weak ? "-weak" : "",
            seed,
            days,
            new TreeMap<>(settings));
  }
}
