package mycelial.message;

import java.util.List;
import mycelial.market.Condition;
import mycelial.market.Pair;
import mycelial.market.Side;

/**
 * An instigator asks the researchers to retest a rule.
 *
 * @param requestId identifies the request
 * @param patternId the rule
 * @param learner id of the learner that has it
 * @param pair the pair it trades
 * @param side the direction
 * @param horizonMinutes its holding time
 * @param conditions what must hold
 * @param outcomes outcomes the learner knows
 * @param meanReturn their mean, a fraction net of costs
 * @param fittedFrom from when on the learner has seen outcomes of it or of its ancestors, seconds
 *     since the epoch: what lies before was not fitted
 * @param birth when the rule was made, seconds since the epoch: what came after was not fitted
 */
public record ValidationRequest(
    String requestId,
    String patternId,
    int learner,
    Pair pair,
    Side side,
    int horizonMinutes,
    List<Condition> conditions,
    int outcomes,
    double meanReturn,
    double fittedFrom,
    double birth)
    implements Message {
  /**
   * @throws IllegalArgumentException when a value is out of its range
   */
  public ValidationRequest {
    Checks.identifier("requestId", requestId);
    Checks.identifier("patternId", patternId);
    Checks.horizon(horizonMinutes);
    Checks.finite("meanReturn", meanReturn);
    Checks.finite("fittedFrom", fittedFrom);
    Checks.finite("birth", birth);
    conditions = Checks.conditions(conditions);
  }

  @Override
  public boolean isHurried() {
    return false;
  }
}
