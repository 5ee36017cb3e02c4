package mycelial.agent.learner;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mycelial.learning.Vote;
import mycelial.market.Condition;
import mycelial.market.Moat;
import mycelial.market.MoatTarget;

/**
 * How a learner behaves among its peers.
 *
 * @param moat its field
 * @param heard targets of moats whose signals it listens to
 * @param confirmingTicks reaction time to a confirmation
 * @param firstShareTicks schedule ticks until it first shares, so that not all share at once
 * @param shareEveryTicks ticks between shares
 * @param archiveValue value from which a pattern is archived, 0 to 100
 * @param discipline how it stands to HAVEN
 */
public record LearnerHabits(
    Moat moat,
    List<MoatTarget> heard,
    long confirmingTicks,
    long firstShareTicks,
    long shareEveryTicks,
    double archiveValue,
    Discipline discipline) {
  /** Copies the list. */
  public LearnerHabits {
    heard = List.copyOf(heard);
  }

  static String reason(Vote vote, int voters) {
    return String.format(
        Locale.ROOT,
        "%s; %d outcomes, mean %.3f %% net, t %.2f; licence %s, quality %.0f; %d voters",
        vote.rule().conditions().stream()
            .map(Condition::toString)
            .collect(Collectors.joining(" and ")),
        vote.stats().outcomes(),
        100 * vote.stats().mean(),
        vote.stats().tStatistic(),
        vote.licence().id(),
        100 * vote.licence().factor(),
        voters);
  }
}
