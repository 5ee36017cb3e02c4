package mycelial.message;

import java.util.List;
import mycelial.market.Condition;
import mycelial.market.EvidenceGrade;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.StrategyType;
import org.jspecify.annotations.Nullable;

/**
 * A learner's rule has fired: a vote where the rule is licensed, otherwise the application for a
 * licence.
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
 * @param application what the council needs to know to license the rule, or null for a vote
 * @param withheld why the learner does not want its vote to count, or null when it counts: then
 *     memory's caution, in words
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
    long barEnd,
    @Nullable Application application,
    @Nullable String withheld)
    implements Message {

  /**
   * An application for a licence.
   *
   * @param conditions what must hold, two or three
   * @param fittedFrom from when on outcomes of the rule or its ancestors were seen, seconds since
   *     the epoch
   * @param birth when the rule was made: what came after was not fitted, seconds since the epoch
   * @param renewal whether the rule has had a licence before
   * @param entry the features of its pair at the bar on which it fired
   */
  public record Application(
      List<Condition> conditions,
      double fittedFrom,
      double birth,
      boolean renewal,
      FeatureVector entry) {
    /**
     * @throws IllegalArgumentException when a value is out of its range
     */
    public Application {
      conditions = Checks.conditions(conditions);
      Checks.finite("fittedFrom", fittedFrom);
      Checks.finite("birth", birth);
    }
  }

  /**
   * @throws IllegalArgumentException when a value is out of its range
   */
  public PatternCandidate {
    Checks.identifier("patternId", patternId);
    Checks.horizon(horizonMinutes);
    Checks.score(score);
    Checks.finite("meanReturn", meanReturn);
    if (withheld != null) {
      Checks.words(withheld);
    }
  }

  /** Whether it is a vote that counts. */
  public boolean isVote() {
    return application == null && withheld == null;
  }

  @Override
  public boolean isHurried() {
    return application == null;
  }
}
