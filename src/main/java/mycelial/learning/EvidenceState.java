package mycelial.learning;

import java.util.List;

/**
 * The evidence of one rule, to the last bit.
 *
 * @param outcomes outcomes that do not overlap
 * @param mean their mean, a fraction net of costs
 * @param squares sum of their squared differences from the mean
 * @param recentMean the mean that forgets
 * @param lastConfirmed time of the last outcome above zero, seconds since the epoch
 * @param logWealth state of its e-process
 */
public record EvidenceState(
    int outcomes,
    double mean,
    double squares,
    double recentMean,
    double lastConfirmed,
    List<Double> logWealth) {
  /**
   * @throws IllegalArgumentException when a number is not finite or a count or sum is negative
   */
  public EvidenceState {
    logWealth = List.copyOf(logWealth);
    boolean finite =
        Double.isFinite(mean) && Double.isFinite(recentMean) && Double.isFinite(lastConfirmed);
    if (!finite || outcomes < 0 || !(squares >= 0) || Double.isInfinite(squares)) {
      throw new IllegalArgumentException(
          "no evidence: "
              + outcomes
              + " outcomes, mean "
              + mean
              + ", squares "
              + squares
              + ", recent mean "
              + recentMean
              + ", confirmed "
              + lastConfirmed);
    }
  }
}
