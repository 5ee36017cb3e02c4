package mycelial.message;

import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.StrategyType;

/**
 * A learner's vote: one of its rules has fired.
 *
 * @param pair the pair to trade
 * @param side the direction
 * @param patternId the rule that fired
 * @param evidenceKey identifies what the rule looks at; votes with equal keys are one piece of
 *     evidence
 * @param horizonMinutes holding time that the rule was tried with
 * @param strategyType style that follows from the horizon
 * @param grade how well the rule is supported
 * @param score the rule's value, 0 to 100
 * @param outcomes number of outcomes behind it that do not overlap
 * @param meanReturn mean outcome, a fraction net of costs
 * @param barEnd end of the bar on which it fired, seconds since the epoch
 */
public record PatternCandidate(
    Pair pair,
    Side side,
    String patternId,
    long evidenceKey,
    int horizonMinutes,
    StrategyType strategyType,
    EvidenceGrade grade,
    double score,
    int outcomes,
    double meanReturn,
    long barEnd)
    implements Message {
  /**
   * @throws IllegalArgumentException when a value is out of its range
   */
  public PatternCandidate {
    Checks.identifier("patternId", patternId);
    Checks.horizon(horizonMinutes);
    Checks.score(score);
    Checks.finite("meanReturn", meanReturn);
  }
}
