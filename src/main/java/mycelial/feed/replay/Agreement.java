package mycelial.feed.replay;

import mycelial.market.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Whether two files of a pair tell the same: bars of the finer one, added up, against those of the
 * coarser one, where both have something to say. Prices, volume and trades must be equal to the
 * last decimal; a count of 0 trades beside a volume is no count and agrees with any.
 *
 * @param finer interval of the bars that are added up
 * @param coarser interval of the bars that they are compared with
 * @param compared bars of the coarser interval that were compared, at least one
 * @param agreeing those that are equal
 * @param firstDifference what differs first, in words; null when nothing does
 */
public record Agreement(
    Interval finer,
    Interval coarser,
    long compared,
    long agreeing,
    @Nullable String firstDifference) {
  /** Share of the bars compared that are not equal, 0 to 1. */
  public double disagreeing() {
    return (double) (compared - agreeing) / compared;
  }
}
