package mycelial.market;

/** Where a moat's signal comes from; shown wherever the signal is. */
public enum MoatProvenance {
  /** From the outside, now. */
  LIVE,
  /** From a file of real observations. */
  RECORDED,
  /** Generated. */
  SIMULATED,
  /** There is no signal: no file, or the feed has failed. */
  MISSING
}
