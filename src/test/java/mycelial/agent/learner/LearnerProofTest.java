package mycelial.agent.learner;

import static mycelial.agent.Agents.BITCOIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import mycelial.agent.AgentIdentity;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.learning.Brain;
import mycelial.learning.BrainSettings;
import mycelial.learning.EvidenceState;
import mycelial.learning.LearnerState;
import mycelial.learning.LicenceState;
import mycelial.learning.Rule;
import mycelial.learning.RuleState;
import mycelial.learning.Search;
import mycelial.ledger.CostModel;
import mycelial.ledger.ExitRules;
import mycelial.ledger.FeeTier;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.EvidenceGrade;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.Side;
import mycelial.message.Channel;
import mycelial.message.EvidenceReport;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Voter;
import mycelial.message.Role;
import mycelial.message.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a learner tells of its evidence, and what it makes of a proof: it has one licensed rule,
 * trial 5, that fires on every bar, buys for two minutes and has earned ten times already.
 */
final class LearnerProofTest {
  private static final int ID = 7;
  private static final int KNOWN = 10;
  private static final Rule RULE =
      new Rule(
          "r7-5",
          BITCOIN,
          Side.BUY,
          2,
          List.of(
              new Condition(BITCOIN, Feature.RSI, Comparison.ABOVE, 0.5),
              new Condition(BITCOIN, Feature.VOLUME_Z, Comparison.ABOVE, 0.5)),
          0,
          null);

  private final RecordingContext context = new RecordingContext();
  private double price = 100;

  private static PatternLearnerAgent learner(double logWealth) {
    EvidenceState evidence =
        new EvidenceState(
            KNOWN,
            0.002,
            1e-6,
            0.002,
            RecordingContext.ORIGIN,
            List.of(logWealth, logWealth, logWealth, logWealth));
    RuleState rule =
        new RuleState(RULE, 0, 0, 5, evidence, new LicenceState("l-1", 1, 1, 11), false);
    LearnerState known =
        new LearnerState("learner", Moat.FINANCE, List.of(BITCOIN), 40, 1, 0, List.of(rule));
    BrainSettings settings =
        new BrainSettings(
            ID,
            Moat.FINANCE,
            List.of(BITCOIN),
            1,
            2,
            0,
            5,
            1,
            new Search(240, 0, false),
            Interval.MINUTE,
            new CostModel(BigDecimal.ZERO, List.of(new FeeTier(BigDecimal.ZERO, BigDecimal.ZERO))),
            new TreeMap<>(Map.of(BITCOIN, 0.0)),
            new ExitRules(3, 6));
    return new PatternLearnerAgent(
        new AgentIdentity(ID, "learner", Role.PATTERN_LEARNER, Layer.LEARNING, 0, 64),
        List.of(BITCOIN),
        new Brain(settings, new SplittableRandom(5), known),
        pattern -> {},
        new LearnerHabits(
            Moat.FINANCE, List.of(), 1, 64L * 600, 64L * 1200, 99, new Discipline(1, 1, null)));
  }

  private PatternLearnerAgent tested = learner(5);

  @BeforeEach
  void start() {
    tested.start(context);
  }

  /** Bars that each gain a fifth of a per cent. */
  private void minutes(int count) {
    FeatureVector features =
        new FeatureVector.Builder()
            .set(Feature.RSI, 60)
            .rank(Feature.RSI, 0.9)
            .set(Feature.VOLUME_Z, 1)
            .rank(Feature.VOLUME_Z, 0.9)
            .set(Feature.ATR, 1)
            .build();
    for (int i = 0; i < count; i++) {
      price *= 1.002;
      context.tell(
          tested,
          1,
          Channel.marketData(BITCOIN),
          Agents.closed(BITCOIN, (long) context.now(), price, features));
      context.advance(60);
    }
  }

  private void tellProven(int learner, String rule) {
    context.tell(
        tested,
        120,
        Channel.of(Topic.PATTERN_CONFIRMED),
        new PatternConfirmed(
            PatternConfirmed.Finding.PROVEN,
            "p-1",
            BITCOIN,
            Side.BUY,
            learner,
            rule,
            100,
            List.of(new Voter(120, rule, 100)),
            null,
            (long) context.now(),
            EvidenceGrade.PROVEN,
            "why"));
    context.advance(1);
  }

  private List<EvidenceGrade> grades() {
    return context.sent(PatternCandidate.class).stream().map(PatternCandidate::grade).toList();
  }

  @Test
  void reportsItsEvidenceOnceAfterEachOutcome() {
    minutes(1);
    assertThat(context.sent(EvidenceReport.class)).as("no outcome yet").isEmpty();
    minutes(9);

    List<EvidenceReport> reports = context.sent(EvidenceReport.class);
    assertThat(reports).hasSizeGreaterThanOrEqualTo(2);
    for (int i = 0; i < reports.size(); i++) {
      EvidenceReport report = reports.get(i);
      assertThat(report.patternId()).isEqualTo("r7-5");
      assertThat(report.trial()).isEqualTo(5);
      assertThat(report.outcomes()).isEqualTo(KNOWN + 1 + i);
      assertThat(report.meanReturn()).isPositive();
      double before = i == 0 ? 5 : reports.get(i - 1).logEvidence();
      assertThat(report.logEvidence()).as("each outcome was a gain").isGreaterThan(before);
    }
    assertThat(context.failures()).isEmpty();
  }

  @Test
  void keepsToItselfWhatProvesNothing() {
    tested = learner(-5);
    tested.start(context);
    minutes(10);

    assertThat(grades()).as("it does vote").isNotEmpty();
    assertThat(context.sent(EvidenceReport.class)).isEmpty();
  }

  @Test
  void itsVotesAreProvenFromTheProofOn() {
    minutes(5);
    int before = grades().size();
    tellProven(ID, "r7-5");
    context.advance(59);
    minutes(5);

    assertThat(grades().subList(0, before)).isNotEmpty().containsOnly(EvidenceGrade.EXPLORATORY);
    assertThat(grades().subList(before, grades().size()))
        .isNotEmpty()
        .containsOnly(EvidenceGrade.PROVEN);
    assertThat(context.failures()).isEmpty();
  }

  @Test
  void theProofOfAnothersRuleOrOfOneThatIsGoneChangesNothing() {
    minutes(2);
    tellProven(ID + 1, "r7-5");
    tellProven(ID, "r7-4");
    context.advance(58);
    minutes(5);

    assertThat(grades()).hasSize(7).containsOnly(EvidenceGrade.EXPLORATORY);
    assertThat(context.failures()).isEmpty();
  }
}
