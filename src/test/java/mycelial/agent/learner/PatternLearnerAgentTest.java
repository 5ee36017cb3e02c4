package mycelial.agent.learner;

import static mycelial.agent.Agents.BITCOIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import mycelial.learning.Abstention;
import mycelial.learning.Abstentions;
import mycelial.market.Condition;
import mycelial.market.EvidenceGrade;
import mycelial.market.Feature;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.Side;
import mycelial.market.Source;
import mycelial.message.Channel;
import mycelial.message.MemoryCaution;
import mycelial.message.MemoryCaution.Region;
import mycelial.message.MoatData;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternCandidate.Application;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Voter;
import mycelial.message.Topic;
import mycelial.message.TradeIdea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a learner applies, votes and proposes; what it shares is in {@link LearnerSharingTest}. */
final class PatternLearnerAgentTest extends LearnerKit {
  @Test
  void doesNotCountItsVotesWhereMemoryWarnsOfTheState() {
    minutes(600);
    int before = votes().size();
    List<Region> everywhere =
        List.of(
            everywhere(Condition.Comparison.BELOW, 0.999),
            everywhere(Condition.Comparison.ABOVE, 0.001));
    for (Side side : Side.values()) {
      context.tell(
          learner,
          2,
          Channel.of(Topic.MEMORY_CAUTION),
          new MemoryCaution(BITCOIN, side, everywhere));
    }
    minutes(600);

    List<PatternCandidate> warned = votes().subList(before, votes().size());
    assertThat(before).isPositive();
    assertThat(votes().subList(0, before)).allMatch(PatternCandidate::isVote);
    assertThat(warned)
        .isNotEmpty()
        .extracting(PatternCandidate::withheld)
        .containsOnly("5 of 5 lost");
    assertThat(learner.withheld()).isEqualTo(warned.size());
    assertThat(learner.brain().abstentions().count(Abstention.MEMORY)).isEqualTo(warned.size());
  }

  private static Region everywhere(Condition.Comparison comparison, double quantile) {
    return new Region(
        "t",
        new Condition(BITCOIN, Feature.ATR_PRICE, comparison, quantile),
        5,
        5,
        1e12,
        "5 of 5 lost");
  }

  private void confirm(int agent, PatternCandidate vote, String pattern) {
    context.tell(
        learner,
        120,
        Channel.of(Topic.PATTERN_CONFIRMED),
        new PatternConfirmed(
            PatternConfirmed.Finding.AGREED,
            "m-1",
            vote.pair(),
            vote.side(),
            agent,
            pattern,
            vote.score(),
            List.of(new Voter(agent, pattern, vote.score())),
            null,
            vote.barEnd(),
            EvidenceGrade.EXPLORATORY,
            "why"));
    context.advance(1);
  }

  @Test
  void votesOnABarAfterItsReactionTime() {
    minutes(600);

    assertThat(votes()).isNotEmpty();
    assertThat(context.sent())
        .filteredOn(sent -> sent.body() instanceof PatternCandidate)
        .allSatisfy(sent -> assertThat(sent.tick() % (64 * 60)).isEqualTo(64));
    assertThat(context.failures()).isEmpty();
  }

  @Test
  void castsAtMostOneVoteForADirectionOnABar() {
    minutes(600);

    assertThat(votes().stream().map(vote -> vote.side() + " " + vote.barEnd()))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void countsTheVotesThatAnAgreementOrABetterRuleMakesNeedless() {
    minutes(600);
    Abstentions counted = learner.brain().abstentions();
    assertThat(counted.count(Abstention.OUTDONE)).isPositive();
    assertThat(counted.count(Abstention.AGREED)).isZero();

    agreed = true;
    int before = votes().size();
    minutes(600);

    assertThat(votes()).hasSize(before);
    assertThat(counted.count(Abstention.AGREED)).isPositive();
  }

  @Test
  void publishesTheIdeaWhenItsVoteIsTheOneConfirmed() {
    minutes(600);
    PatternCandidate vote = votes().getLast();
    long tick = context.tick();
    confirm(ID, vote, vote.patternId());

    assertThat(context.sent(TradeIdea.class)).hasSize(1);
    TradeIdea idea = context.sent(TradeIdea.class).getFirst();
    assertThat(idea.ideaId()).isEqualTo("m-1");
    assertThat(idea.patternId()).isEqualTo(vote.patternId());
    assertThat(idea.side()).isEqualTo(vote.side());
    assertThat(idea.horizonMinutes()).isEqualTo(vote.horizonMinutes());
    assertThat(idea.barEnd()).isEqualTo(vote.barEnd());
    assertThat(context.sent().getLast().tick()).isEqualTo(tick + 1);
  }

  @Test
  void leavesTheIdeaToTheOneThatWasChosen() {
    minutes(600);
    confirm(ID + 1, votes().getLast(), votes().getLast().patternId());

    assertThat(context.sent(TradeIdea.class)).isEmpty();
  }

  @Test
  void throwsWhenAVoteIsConfirmedThatItNeverCast() {
    minutes(600);
    confirm(ID, votes().getLast(), "no such rule");

    assertThat(context.sent(TradeIdea.class)).isEmpty();
    assertThat(context.failures()).hasSize(1);
  }

  @Test
  void castsNoVoteThatIsFarBelowWhatItsPeersAgreedOn() {
    minutes(600);
    int before = votes().size();
    PatternCandidate vote = votes().getLast();
    context.tell(
        learner,
        120,
        Channel.of(Topic.PATTERN_CONFIRMED),
        new PatternConfirmed(
            PatternConfirmed.Finding.AGREED,
            "m-1",
            vote.pair(),
            vote.side(),
            ID + 1,
            "r2-1",
            100,
            List.of(new Voter(ID + 1, "r2-1", 100)),
            null,
            vote.barEnd(),
            EvidenceGrade.EXPLORATORY,
            "why"));
    minutes(120);

    List<PatternCandidate> cast = votes().subList(before, votes().size());
    assertThat(learner.brain().abstentions().count(Abstention.UNDER_STANDARD)).isPositive();
    assertThat(cast).allMatch(later -> !later.pair().equals(vote.pair()) || later.score() > 75);
  }

  @Test
  void appliesForALicenceBeforeItVotes() {
    decision = null;
    minutes(600);

    assertThat(votes()).isEmpty();
    assertThat(applications()).isNotEmpty();
    for (PatternCandidate applied : applications()) {
      Application application = Objects.requireNonNull(applied.application());
      assertThat(applied.outcomes()).isGreaterThanOrEqualTo(2);
      assertThat(application.conditions()).hasSizeBetween(2, 3);
      assertThat(application.fittedFrom()).isLessThanOrEqualTo((double) applied.barEnd());
      assertThat(application.entry().hasRank(Feature.RSI)).isTrue();
    }
    assertThat(applications().stream().map(PatternCandidate::barEnd)).doesNotHaveDuplicates();
    assertThat(learner.brain().discovered()).isZero();
  }

  @Test
  void votesOnlyForRulesThatTheCouncilHasLicensed() {
    minutes(600);

    assertThat(votes()).isNotEmpty();
    assertThat(applications().stream().map(PatternCandidate::patternId))
        .containsAll(votes().stream().map(PatternCandidate::patternId).toList());
    assertThat(learner.brain().discovered()).isPositive();
  }

  @Test
  void doesNotVoteForWhatTheCouncilRefuses() {
    decision = PatternConfirmed.Finding.REFUSED;
    minutes(600);

    assertThat(applications()).isNotEmpty();
    assertThat(votes()).isEmpty();
    assertThat(learner.brain().discovered()).isZero();
  }

  @Test
  void takesNoNoticeOfAnothersLicence() {
    decision = null;
    minutes(600);
    for (PatternCandidate applied : applications()) {
      decide(PatternConfirmed.Finding.LICENSED, ID + 1, applied, 80);
    }
    minutes(60);

    assertThat(votes()).isEmpty();
    assertThat(context.failures()).isEmpty();
  }

  @Test
  void namesTheLicenceInTheIdeasReason() {
    minutes(600);
    PatternCandidate vote = votes().getLast();
    confirm(ID, vote, vote.patternId());

    assertThat(context.sent(TradeIdea.class).getFirst().reason())
        .containsPattern("licence l-\\d+, quality 80");
  }

  @Test
  void tellsItsBrainWhatItHearsOfTheMoats() {
    assertThat(learner.subscriptions()).contains(Channel.moat(Moat.CODE, "Python"));
    hear("stars", 0.9, MoatProvenance.RECORDED);
    hear("*", null, MoatProvenance.MISSING);

    assertThat(learner.brain().signals().series())
        .containsExactly(new Source.Signal(PYTHON, "stars", 0));
    assertThat(context.failures()).isEmpty();
  }

  private void hear(String field, @Nullable Double level, MoatProvenance provenance) {
    context.tell(
        learner,
        3,
        Channel.moat(Moat.CODE, "Python"),
        new MoatData(Moat.CODE, "Python", field, level, level, provenance, 60, 60, "a file"));
    context.advance(2);
  }
}
