package mycelial.bench.learning;

import java.util.List;
import mycelial.feed.synthetic.Episode;
import mycelial.feed.synthetic.PlantedEffect;
import mycelial.feed.synthetic.SyntheticFeed;
import mycelial.feed.synthetic.WorldSpec;

/**
 * What is planted in a world.
 *
 * @param start first instant of the world, seconds since the epoch
 * @param end its last
 * @param effects the effects by number
 * @param episodes where they drift
 * @param decoys where a precursor, or a part of one, comes and nothing follows
 * @param reversals where the precursor comes and the opposite follows
 */
record PlantedTruth(
    long start,
    long end,
    List<PlantedEffect> effects,
    List<Episode> episodes,
    List<Episode> decoys,
    List<Episode> reversals) {
  static PlantedTruth of(WorldSpec spec) {
    try (SyntheticFeed feed = new SyntheticFeed(spec)) {
      return new PlantedTruth(
          spec.start(),
          spec.end(),
          feed.effects(),
          feed.episodes(),
          feed.decoys(),
          feed.reversals());
    }
  }
}
