package mycelial.config;

/**
 * How many pattern learners each moat has.
 *
 * @param finance learners that watch pairs
 * @param code learners that watch source repositories
 * @param logistics learners that watch trade routes
 * @param government learners that watch regulators
 * @param corporations learners that watch company filings
 */
public record LearnerCounts(
    int finance, int code, int logistics, int government, int corporations) {
  private static final int MOST = 10_000;

  /** Learners of all moats together. */
  public int total() {
    return finance + code + logistics + government + corporations;
  }

  static LearnerCounts read(Section in) {
    return new LearnerCounts(
        in.integer("finance", 60, 0, MOST),
        in.integer("code", 10, 0, MOST),
        in.integer("logistics", 10, 0, MOST),
        in.integer("government", 10, 0, MOST),
        in.integer("corporations", 10, 0, MOST));
  }
}
