package mycelial.agent.council;

import static mycelial.agent.Agents.BITCOIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mycelial.agent.RecordingContext;
import mycelial.config.CouncilSettings;
import mycelial.market.EvidenceGrade;
import mycelial.market.Interval;
import mycelial.market.Side;
import mycelial.market.StrategyType;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Finding;
import mycelial.message.Topic;
import org.junit.jupiter.api.Test;

/** A quorum of three; the rule of learner n is rule-n with evidence n. */
final class RuleOfThreeTest {
  private static final long BAR = RecordingContext.ORIGIN;

  private final Set<String> proven = new TreeSet<>();
  private final RuleOfThree rule =
      new RuleOfThree(
          Finding.AGREED,
          "m-",
          List.of(BITCOIN),
          new RuleOfThree.Terms(
              new CouncilSettings(3, 3, 5000, 60, 3, 2), Interval.MINUTE, proven::contains));
  private final List<PatternConfirmed> agreed = new ArrayList<>();
  private long seq;

  private void vote(int learner, double score, int horizonMinutes, long barEnd) {
    PatternCandidate vote =
        new PatternCandidate(
            BITCOIN,
            Side.BUY,
            "rule-" + learner,
            learner,
            horizonMinutes,
            StrategyType.GENERIC,
            EvidenceGrade.PROVEN,
            score,
            8,
            0.001,
            barEnd,
            null,
            null);
    Envelope envelope =
        new Envelope(learner, ++seq, barEnd + 1.0, Channel.of(Topic.PATTERN_CANDIDATES), vote);
    PatternConfirmed confirmed = rule.count(envelope, vote);
    if (confirmed != null) {
      agreed.add(confirmed);
    }
  }

  /** The rule of learner 23 is the best and holds for half an hour, the others for three. */
  private void agree(int minute) {
    vote(21, 81, 180, BAR + 60L * minute);
    vote(22, 82, 180, BAR + 60L * minute);
    vote(23, 83, 30, BAR + 60L * minute);
  }

  @Test
  void whatAVoteSaysOfItselfProvesNothing() {
    agree(0);

    assertThat(agreed).extracting(PatternConfirmed::patternId).containsExactly("rule-23");
    assertThat(agreed)
        .extracting(PatternConfirmed::grade)
        .containsExactly(EvidenceGrade.EXPLORATORY);
  }

  @Test
  void aProvenRulePublishesBeforeBetterOnesAndTheIdeaIsProven() {
    proven.add("rule-21");
    agree(0);

    assertThat(agreed).extracting(PatternConfirmed::patternId).containsExactly("rule-21");
    assertThat(agreed).extracting(PatternConfirmed::grade).containsExactly(EvidenceGrade.PROVEN);
  }

  @Test
  void aProvenRuleThatDoesNotPublishProvesNothing() {
    proven.add("rule-20");
    vote(20, 60, 30, BAR);
    agree(1);
    vote(20, 60, 30, BAR + 60);

    assertThat(agreed).hasSize(1);
    assertThat(agreed.getFirst().voters())
        .extracting(PatternConfirmed.Voter::patternId)
        .containsExactly("rule-23", "rule-22", "rule-21");
    assertThat(agreed.getFirst().grade()).isEqualTo(EvidenceGrade.EXPLORATORY);
    assertThat(rule.belowStandard()).as("it came too late to count").isZero();
  }

  @Test
  void aProvenRuleBelowTheStandardIsNotCounted() {
    proven.add("rule-20");
    vote(23, 83, 30, BAR);
    vote(20, 60, 30, BAR);
    vote(22, 82, 30, BAR);
    assertThat(agreed).isEmpty();
    vote(21, 81, 30, BAR);

    assertThat(agreed)
        .extracting(PatternConfirmed::grade)
        .containsExactly(EvidenceGrade.EXPLORATORY);
    assertThat(rule.belowStandard()).isEqualTo(1);
  }

  @Test
  void restatesWhileThePublishersHorizonRunsAndNotWhileAnothersDoes() {
    agree(0);
    agree(17);
    agree(29);
    agree(31);
    agree(60);

    assertThat(agreed).hasSize(5);
    String first = agreed.getFirst().confirmationId();
    assertThat(agreed.getFirst().restates()).isNull();
    assertThat(agreed.get(1).restates()).isEqualTo(first);
    assertThat(agreed.get(2).restates()).isEqualTo(first);
    assertThat(agreed.get(3).restates()).as("a restatement prolongs nothing").isNull();
    assertThat(agreed.get(4).restates()).isEqualTo(agreed.get(3).confirmationId());
    assertThat(rule.beginnings()).isEqualTo(2);
  }

  @Test
  void beginsAnewOnTheBarOnWhichTheHorizonEnds() {
    agree(0);
    agree(30);

    assertThat(agreed).extracting(PatternConfirmed::restates).containsOnlyNulls();
    assertThat(agreed).hasSize(2);
  }

  @Test
  void barAfterBarItGoesOnBeyondTheHorizon() {
    for (int minute = 0; minute <= 45; minute++) {
      agree(minute);
    }

    assertThat(agreed).hasSize(46);
    assertThat(agreed.subList(1, 46)).extracting(PatternConfirmed::restates).containsOnly("m-1");
    assertThat(rule.beginnings()).isEqualTo(1);
  }
}
