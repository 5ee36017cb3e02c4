package mycelial.ledger;

import mycelial.market.FeatureVector;

/**
 * What was known of the pair when a position was opened.
 *
 * @param barEnd end of the newest closed bar, seconds since the epoch
 * @param features its features
 * @param volume its volume, base currency
 */
public record EntrySnapshot(long barEnd, FeatureVector features, double volume) {
  /**
   * @throws IllegalArgumentException when the volume is not a number of zero or more
   */
  public EntrySnapshot {
    if (!(volume >= 0) || Double.isInfinite(volume)) {
      throw new IllegalArgumentException("volume " + volume + " is not a number of zero or more");
    }
  }
}
