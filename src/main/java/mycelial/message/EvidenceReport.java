package mycelial.message;

import mycelial.market.Pair;
import mycelial.market.Side;

/**
 * What a learner's rule has proved so far, told after each outcome of a rule that has some
 * evidence: the council weighs it against all that the swarm has tried.
 *
 * @param patternId the rule
 * @param pair the pair it trades
 * @param side the direction
 * @param trial which of the rules that its learner ever tried it is, from 1
 * @param logEvidence natural logarithm of its e-value since birth
 * @param outcomes number of outcomes behind it that do not overlap
 * @param meanReturn mean outcome, a fraction net of costs
 */
public record EvidenceReport(
    String patternId,
    Pair pair,
    Side side,
    int trial,
    double logEvidence,
    int outcomes,
    double meanReturn)
    implements Message {
  /**
   * @throws IllegalArgumentException when a value is out of its range
   */
  public EvidenceReport {
    Checks.identifier("patternId", patternId);
    Checks.finite("logEvidence", logEvidence);
    Checks.finite("meanReturn", meanReturn);
    if (trial < 1) {
      throw new IllegalArgumentException("trial " + trial + " of " + patternId + " is none");
    }
  }

  @Override
  public boolean isHurried() {
    return false;
  }
}
