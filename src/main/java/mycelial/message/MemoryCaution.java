package mycelial.message;

import java.util.List;
import mycelial.market.EntryVector;
import mycelial.market.Pair;
import mycelial.market.Side;

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
   * States near one in which a trade was entered that failed.
   *
   * @param cautionId identifies the caution: the trade at its centre
   * @param centre the state in which that trade was entered
   * @param radius how far away a state may lie and still belong to it, 0 to 1
   * @param recalled remembered trades within
   * @param failures how many of them lost
   * @param until when it lapses unless it is renewed, seconds since the epoch
   * @param reason why, in words
   */
  public record Region(
      String cautionId,
      EntryVector centre,
      double radius,
      int recalled,
      int failures,
      double until,
      String reason) {
    /**
     * @throws IllegalArgumentException when a value is out of its range
     */
    public Region {
      Checks.identifier("cautionId", cautionId);
      Checks.finite("until", until);
      Checks.words(reason);
      if (!(radius >= 0 && radius <= 1)) {
        throw new IllegalArgumentException("radius " + radius + " is not between 0 and 1");
      }
      if (failures < 1 || failures > recalled) {
        throw new IllegalArgumentException(failures + " failures of " + recalled);
      }
    }

    /** Whether a state belongs to it; never where too few ranks are known to compare them. */
    public boolean covers(EntryVector state) {
      return centre.distance(state) <= radius;
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
