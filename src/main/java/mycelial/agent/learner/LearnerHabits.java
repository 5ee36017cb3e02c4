package mycelial.agent.learner;

import java.util.Locale;
import java.util.stream.Collectors;
import mycelial.learning.Vote;
import mycelial.market.Condition;
import mycelial.market.Moat;

/**
 * How a learner behaves among its peers.
 *
 * @param moat its field
 * @param confirmingTicks reaction time to a confirmation
 * @param firstShareTicks schedule ticks until it first shares, so that not all share at once
 * @param shareEveryTicks ticks between shares
 * @param archiveValue value from which a pattern is archived, 0 to 100
 */
public record LearnerHabits(
    Moat moat,
    long confirmingTicks,
    long firstShareTicks,
    long shareEveryTicks,
    double archiveValue) {

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
