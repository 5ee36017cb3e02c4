package mycelial.agent.council;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.config.CouncilSettings;
import mycelial.market.EvidenceGrade;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.StrategyType;
import mycelial.message.Channel;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Voter;
import mycelial.message.Role;
import mycelial.message.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Rule of 3. */
final class MycelialInstigatorAgentTest {
  private static final long BAR = RecordingContext.ORIGIN;

  private final RecordingContext context = new RecordingContext();
  private final MycelialInstigatorAgent instigator =
      new MycelialInstigatorAgent(
          Agents.identity(Role.INSTIGATOR, Layer.COLLABORATION, 4),
          List.of(BITCOIN),
          new CouncilSettings(3, 3, 5000, 60, 3, 2),
          Interval.MINUTE,
          new ProofSettings(0.1, 100, true));

  @BeforeEach
  void start() {
    instigator.start(context);
  }

  private void vote(int learner, Pair pair, Side side, long evidence, long barEnd) {
    vote(learner, pair, side, evidence, barEnd, null);
  }

  private void vote(
      int learner, Pair pair, Side side, long evidence, long barEnd, @Nullable String withheld) {
    PatternCandidate vote =
        new PatternCandidate(
            pair,
            side,
            "rule-" + learner,
            evidence,
            30,
            StrategyType.GENERIC,
            EvidenceGrade.EXPLORATORY,
            learner,
            8,
            0.001,
            barEnd,
            null,
            withheld);
    context.tell(instigator, learner, Channel.of(Topic.PATTERN_CANDIDATES), vote);
  }

  private void vote(int learner, long evidence) {
    vote(learner, BITCOIN, Side.BUY, evidence, BAR);
  }

  private List<PatternConfirmed> confirmed() {
    context.advance(1);
    return context.sent(PatternConfirmed.class);
  }

  @Test
  void confirmsWhatThreeLearnersSeeInDifferentEvidence() {
    vote(21, 1);
    vote(23, 2);
    vote(22, 3);

    assertThat(confirmed()).hasSize(1);
    PatternConfirmed confirmation = confirmed().getFirst();
    assertThat(confirmation.voters())
        .containsExactly(
            new Voter(23, "rule-23", 23),
            new Voter(22, "rule-22", 22),
            new Voter(21, "rule-21", 21));
    assertThat(confirmation.learner()).isEqualTo(23);
    assertThat(confirmation.restates()).isNull();
    assertThat(context.sent().getFirst().tick()).isEqualTo(4);
  }

  @Test
  void saysOnceThatMemoryHasPreventedAnAgreement() {
    for (int learner = 21; learner <= 23; learner++) {
      vote(learner, BITCOIN, Side.BUY, learner, BAR, "4 of 4 lost");
    }

    assertThat(confirmed()).hasSize(1);
    PatternConfirmed prevented = confirmed().getFirst();
    assertThat(prevented.finding()).isEqualTo(PatternConfirmed.Finding.WITHHELD);
    assertThat(prevented.reason())
        .isEqualTo("3 learners with different evidence agree, but memory warns: 4 of 4 lost");
    assertThat(instigator.counts().withheld()).isEqualTo(1);
    assertThat(instigator.counts().agreements()).isZero();
    context.advance(60);
    for (int learner = 21; learner <= 23; learner++) {
      vote(learner, BITCOIN, Side.BUY, learner, BAR + 60, "4 of 4 lost");
    }
    assertThat(confirmed()).hasSize(1);
  }

  @Test
  void aVoteThatIsWithheldHelpsNoOther() {
    vote(21, 1);
    vote(22, 2);
    vote(23, BITCOIN, Side.BUY, 3, BAR, "4 of 4 lost");

    assertThat(confirmed()).isEmpty();
  }

  @Test
  void twoAreNotEnough() {
    vote(21, 1);
    vote(22, 2);

    assertThat(confirmed()).isEmpty();
  }

  @Test
  void threeCopiesOfOnePieceOfEvidenceAreOne() {
    vote(21, 1);
    vote(22, 1);
    vote(23, 1);
    vote(24, 2);

    assertThat(confirmed()).isEmpty();
  }

  @Test
  void threeVotesOfOneLearnerAreOne() {
    vote(21, 1);
    vote(21, 2);
    vote(21, 3);
    vote(22, 4);

    assertThat(confirmed()).isEmpty();
  }

  @Test
  void votesForTheOtherDirectionDoNotCount() {
    vote(21, 1);
    vote(22, 2);
    vote(23, BITCOIN, Side.SELL, 3, BAR);

    assertThat(confirmed()).isEmpty();
  }

  @Test
  void votesFiveSecondsApartCountTogether() {
    vote(21, 1);
    vote(22, 2);
    context.advance(5);
    vote(23, 3);

    assertThat(confirmed()).hasSize(1);
  }

  @Test
  void votesMoreThanFiveSecondsApartDoNot() {
    vote(21, 1);
    vote(22, 2);
    context.advance(5 + 1.0 / 64);
    vote(23, 3);

    assertThat(confirmed()).isEmpty();
  }

  @Test
  void votesOnDifferentBarsDoNotCountTogether() {
    vote(21, 1);
    vote(22, 2);
    vote(23, BITCOIN, Side.BUY, 3, BAR + 60);

    assertThat(confirmed()).isEmpty();
  }

  @Test
  void confirmsOnceABar() {
    for (int learner = 21; learner < 30; learner++) {
      vote(learner, learner);
    }

    assertThat(confirmed()).hasSize(1);
  }

  private void threeVotes(long barEnd) {
    for (int learner = 21; learner <= 23; learner++) {
      vote(learner, BITCOIN, Side.BUY, learner, barEnd);
    }
    context.advance(60);
  }

  @Test
  void restatesWhileBarsFollowOrTheIdeaIsHeldAndBeginsAnewAfterThat() {
    threeVotes(BAR);
    threeVotes(BAR + 60);
    threeVotes(BAR + 120);
    threeVotes(BAR + 240);
    threeVotes(BAR + 31 * 60);

    List<PatternConfirmed> all = confirmed();
    String first = all.getFirst().confirmationId();
    assertThat(
            all.stream().<@org.jspecify.annotations.Nullable String>map(PatternConfirmed::restates))
        .containsExactly(null, first, first, first, null);
  }

  @Test
  void leavesOtherPairsToOthers() {
    for (int learner = 21; learner <= 23; learner++) {
      vote(learner, ETHER, Side.BUY, learner, BAR);
    }

    assertThat(confirmed()).isEmpty();
  }
}
