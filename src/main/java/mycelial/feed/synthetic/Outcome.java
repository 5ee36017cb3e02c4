package mycelial.feed.synthetic;

/** What follows a precursor. */
enum Outcome {
  /** The drift that was planted. */
  DRIFT,
  /** Nothing: the precursor was a decoy, or the effect is over. */
  NOTHING,
  /** As much in the other direction: the bad regime of a trap. */
  REVERSAL
}
