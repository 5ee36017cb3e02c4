package mycelial.memory;

import java.util.List;
import mycelial.market.Condition;
import mycelial.market.Pair;
import mycelial.market.Side;

/**
 * The rule that a learner last held up as its best.
 *
 * @param agent id of the learner
 * @param patternId the rule
 * @param pair the pair it trades
 * @param side the direction
 * @param horizonMinutes its holding time
 * @param conditions what must hold
 * @param outcomes outcomes behind it that do not overlap
 * @param meanReturn mean outcome, a fraction net of costs
 * @param score its value, 0 to 100
 */
public record AgentKnowledge(
    int agent,
    String patternId,
    Pair pair,
    Side side,
    int horizonMinutes,
    List<Condition> conditions,
    int outcomes,
    double meanReturn,
    double score) {
  /** Copies the list. */
  public AgentKnowledge {
    conditions = List.copyOf(conditions);
  }
}
