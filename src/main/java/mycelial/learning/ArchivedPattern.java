package mycelial.learning;

import java.util.List;
import mycelial.market.Condition;
import mycelial.market.EvidenceGrade;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.Source;

/**
 * A rule worth keeping, as it stands when it is archived.
 *
 * @param agentId the learner
 * @param patternId the rule; archived once
 * @param timestamp schedule time, seconds since the epoch
 * @param value 0 to 100
 * @param pair the pair it trades
 * @param side the direction
 * @param horizonMinutes holding time
 * @param conditions what must hold
 * @param outcomes outcomes that do not overlap
 * @param meanReturn mean outcome, a fraction net of costs
 * @param tStatistic mean / standard error
 * @param grade how well it is supported
 * @param generation how many ancestors it has
 * @param ageMinutes time since it was last confirmed
 * @param decayFactor what that time has left of its value, 0 to 1
 * @param moat field of the learner
 */
public record ArchivedPattern(
    int agentId,
    String patternId,
    double timestamp,
    double value,
    Pair pair,
    Side side,
    int horizonMinutes,
    List<Condition> conditions,
    int outcomes,
    double meanReturn,
    double tStatistic,
    EvidenceGrade grade,
    int generation,
    double ageMinutes,
    double decayFactor,
    Moat moat) {
  /** Where what it looks at besides prices comes from, as its channels are called. */
  public String signalType() {
    return conditions.stream()
        .map(Condition::source)
        .filter(Source.Signal.class::isInstance)
        .map(source -> ((Source.Signal) source).target().moat())
        .findFirst()
        .orElse(Moat.FINANCE)
        .channels();
  }
}
