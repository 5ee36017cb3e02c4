package mycelial.feed.synthetic;

/** What follows a precursor. */
enum Outcome {
  /** The drift that was planted. */
  DRIFT,
  /** Nothing: the precursor was a decoy, or the effect is over. */
  NOTHING,
  /**
   * The bad regime of a trap: the drift begins, and turns; in the end as much is lost as the drift
   * would have earned.
   */
  REVERSAL
}
