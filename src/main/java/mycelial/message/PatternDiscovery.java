package mycelial.message;

import java.util.List;
import mycelial.market.Condition;
import mycelial.market.Pair;
import mycelial.market.Side;

/**
 * A rule that a learner shares with its peers, who may take it in as an immigrant.
 *
 * @param patternId the rule
 * @param pair the pair it trades
 * @param side the direction
 * @param horizonMinutes its holding time
 * @param conditions what must hold, two or three
 * @param outcomes outcomes behind it that do not overlap
 * @param meanReturn mean outcome, a fraction net of costs
 * @param score its value, 0 to 100
 */
public record PatternDiscovery(
    String patternId,
    Pair pair,
    Side side,
    int horizonMinutes,
    List<Condition> conditions,
    int outcomes,
    double meanReturn,
    double score)
    implements Message {
  /**
   * @throws IllegalArgumentException when a value is out of its range
   */
  public PatternDiscovery {
    Checks.identifier("patternId", patternId);
    Checks.horizon(horizonMinutes);
    Checks.finite("meanReturn", meanReturn);
    Checks.score(score);
    conditions = Checks.conditions(conditions);
  }

  @Override
  public boolean isHurried() {
    return false;
  }
}
