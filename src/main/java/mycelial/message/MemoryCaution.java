package mycelial.message;

import java.util.List;
import mycelial.market.Condition;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.Source;

/**
 * Memory warns learners of states in which the swarm's own trades of a pair and direction have
 * failed. It replaces what memory has said of that pair and direction before; without a region it
 * takes everything back.
 *
 * @param pair the pair
 * @param side the direction
 * @param regions states that are not to be entered
 */
public record MemoryCaution(Pair pair, Side side, List<Region> regions) implements Message {
  private static final int MOST_REGIONS = 16;

  /**
   * States that have something in common.
   *
   * @param cautionId identifies the caution: the newest failed trade within
   * @param state what they have in common: the rank of a feature of the pair
   * @param recalled remembered trades within
   * @param failures how many of them lost
   * @param until when it lapses unless it is renewed, seconds since the epoch
   * @param reason why, in words
   */
  public record Region(
      String cautionId, Condition state, int recalled, int failures, double until, String reason) {
    /**
     * @throws IllegalArgumentException when a value is out of its range
     */
    public Region {
      Checks.identifier("cautionId", cautionId);
      Checks.finite("until", until);
      Checks.words(reason);
      if (failures < 1 || failures > recalled) {
        throw new IllegalArgumentException(failures + " failures of " + recalled);
      }
      if (!(state.source() instanceof Source.PairState)) {
        throw new IllegalArgumentException(state + " is about no pair");
      }
    }

    /** Whether a state of the pair belongs to it; never where the rank is not known. */
    public boolean covers(FeatureVector features) {
      return state.source() instanceof Source.PairState seen
          && state.holds(features.rankOrNaN(seen.feature()));
    }
  }

  /**
   * @throws IllegalArgumentException when there are too many regions
   */
  public MemoryCaution {
    regions = List.copyOf(regions);
    if (regions.size() > MOST_REGIONS) {
      throw new IllegalArgumentException(regions.size() + " regions are too many");
    }
  }
}
