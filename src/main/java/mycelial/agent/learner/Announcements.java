package mycelial.agent.learner;

import mycelial.learning.Applicant;
import mycelial.learning.Proving;
import mycelial.learning.RatedRule;
import mycelial.learning.Rule;
import mycelial.learning.Vote;
import mycelial.market.Condition;
import mycelial.market.EvidenceGrade;
import mycelial.market.SignalSource;
import mycelial.message.EvidenceReport;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternCandidate.Application;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternDiscovery;
import mycelial.message.TradeIdea;
import org.jspecify.annotations.Nullable;

/** What a learner's brain has to say, in the words of the colony. */
final class Announcements {
  private Announcements() {}

  /**
   * A vote.
   *
   * @param withheld why it does not count, or null
   */
  static PatternCandidate vote(Vote vote, @Nullable String withheld) {
    return candidate(
        new RatedRule(vote.rule(), vote.stats(), vote.value()),
        vote.proven() ? EvidenceGrade.PROVEN : EvidenceGrade.EXPLORATORY,
        vote.barEnd(),
        null,
        withheld);
  }

  /** An application for a licence. */
  static PatternCandidate application(Applicant applicant) {
    return candidate(
        new RatedRule(applicant.rule(), applicant.stats(), applicant.value()),
        EvidenceGrade.EXPLORATORY,
        applicant.barEnd(),
        new Application(
            applicant.rule().conditions(),
            applicant.fittedFrom(),
            applicant.birth(),
            applicant.renewal(),
            applicant.entry()),
        null);
  }

  private static PatternCandidate candidate(
      RatedRule rated,
      EvidenceGrade grade,
      long barEnd,
      @Nullable Application application,
      @Nullable String withheld) {
    Rule rule = rated.rule();
    return new PatternCandidate(
        rule.pair(),
        rule.side(),
        rule.id(),
        rule.evidenceKey(),
        rule.horizonMinutes(),
        rule.strategyType(),
        grade,
        rated.value(),
        rated.statistics().outcomes(),
        rated.statistics().mean(),
        barEnd,
        application,
        withheld);
  }

  /** How far the evidence for a rule has come. */
  static EvidenceReport evidence(Proving proving) {
    return new EvidenceReport(
        proving.rule().id(),
        proving.rule().pair(),
        proving.rule().side(),
        proving.trial(),
        proving.logValue(),
        proving.outcomes(),
        proving.mean());
  }

  /** The idea of a vote that has been confirmed as the best. */
  static TradeIdea idea(PatternConfirmed confirmed, Vote vote) {
    return new TradeIdea(
        confirmed.confirmationId(),
        SignalSource.MYCELIAL,
        confirmed.pair(),
        confirmed.side(),
        vote.rule().horizonMinutes(),
        vote.rule().strategyType(),
        confirmed.grade(),
        vote.value(),
        (int) vote.rule().conditions().stream().filter(Condition::looksAtMoat).count(),
        vote.rule().id(),
        confirmed.restates(),
        confirmed.barEnd(),
        LearnerHabits.reason(vote, confirmed.voters().size()));
  }

  /** A rule for peers to try. */
  static PatternDiscovery discovery(RatedRule best) {
    return new PatternDiscovery(
        best.rule().id(),
        best.rule().pair(),
        best.rule().side(),
        best.rule().horizonMinutes(),
        best.rule().conditions(),
        best.statistics().outcomes(),
        best.statistics().mean(),
        best.value());
  }
}
