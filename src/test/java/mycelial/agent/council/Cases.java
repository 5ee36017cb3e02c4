package mycelial.agent.council;

import java.util.List;
import mycelial.agent.Agents;
import mycelial.agent.RecordingContext;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.EvidenceGrade;
import mycelial.market.Feature;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.StrategyType;
import mycelial.message.MemoryAnswer;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternCandidate.Application;
import mycelial.message.ValidationRequest;
import mycelial.message.ValidationResult;

/** Applications and what is answered to them. */
final class Cases {
  private Cases() {}

  static List<Condition> conditions(Pair pair) {
    return List.of(
        new Condition(pair, Feature.RSI, Comparison.BELOW, 0.05),
        new Condition(pair, Feature.VOLUME_Z, Comparison.ABOVE, 0.5));
  }

  static PatternCandidate application(Pair pair, String rule) {
    return new PatternCandidate(
        pair,
        Side.BUY,
        rule,
        1,
        30,
        StrategyType.DAY,
        EvidenceGrade.EXPLORATORY,
        60,
        9,
        0.01,
        RecordingContext.ORIGIN,
        new Application(conditions(pair), 100, 5000, false, Agents.features(20, 1, 0.1)),
        null);
  }

  static ValidationRequest request(String id, double fittedFrom) {
    return new ValidationRequest(
        id,
        "r21-1",
        21,
        Agents.BITCOIN,
        Side.BUY,
        10,
        conditions(Agents.BITCOIN),
        9,
        0.01,
        fittedFrom,
        Double.MAX_VALUE);
  }

  static ValidationResult approval(String id, double quality) {
    return new ValidationResult(
        id, "r21-1", Agents.BITCOIN, true, quality, 12, 5, 0.003, 0.02, "12 outcomes");
  }

  static ValidationResult refusal(String id) {
    return new ValidationResult(
        id, "r21-1", Agents.BITCOIN, false, 0, 3, 0, 0.003, 1, "5 outcomes are needed");
  }

  static MemoryAnswer memory(String id, MemoryAnswer.Advice advice, double factor) {
    return new MemoryAnswer(
        id, "r21-1", Agents.BITCOIN, advice, factor, 10, 4, List.of("t-1"), "10 near, 4 lost");
  }
}
