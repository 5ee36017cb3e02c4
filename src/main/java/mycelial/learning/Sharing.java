package mycelial.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;

/** What of a population is worth telling peers and worth keeping. */
final class Sharing {
  private final BrainSettings settings;
  private final Population population;

  Sharing(BrainSettings settings, Population population) {
    this.settings = settings;
    this.population = population;
  }

  /** The exploratory rule with the highest t statistic, the one in the earlier place of equals. */
  Optional<RatedRule> best(double now) {
    return best(now, rule -> true);
  }

  /** The best that looks only at that pair, else the best that trades it, else the best of all. */
  Optional<RatedRule> best(double now, Pair pair) {
    return best(now, rule -> rule.pair().equals(pair) && looksOnlyAtItsPair(rule))
        .or(() -> best(now, rule -> rule.pair().equals(pair)))
        .or(() -> best(now));
  }

  private static boolean looksOnlyAtItsPair(Rule rule) {
    return rule.conditions().stream().noneMatch(condition -> condition.looksBeyond(rule.pair()));
  }

  private Optional<RatedRule> best(double now, Predicate<Rule> among) {
    return population.rules().stream()
        .filter(rule -> !rule.doomed && rule.evidence.isExploratory() && among.test(rule.rule))
        .max(Comparator.comparingDouble(rule -> rule.evidence.tStatistic()))
        .map(rule -> new RatedRule(rule.rule, rule.evidence.statistics(), value(rule, now)));
  }

  /** The best rules, those of highest value first, then of highest t statistic. */
  List<RuleStanding> standings(double now, int most) {
    return population.rules().stream()
        .filter(rule -> !rule.doomed)
        .map(rule ->
            new RuleStanding(
                new RatedRule(rule.rule, rule.evidence.statistics(), value(rule, now)),
                rule.licence,
                rule.proven))
        .sorted(
            Comparator.comparingDouble((RuleStanding standing) -> standing.rated().value())
                .thenComparingDouble(standing -> standing.rated().statistics().tStatistic())
                .reversed())
        .limit(most)
        .toList();
  }

  /** The exploratory rules of at least that value that have not been handed out before. */
  List<ArchivedPattern> takeArchivable(double now, double threshold) {
    List<ArchivedPattern> patterns = new ArrayList<>();
    for (LivingRule rule : population.rules()) {
      if (rule.archived || !rule.evidence.isExploratory()) {
        continue;
      }
      double value = value(rule, now);
      if (value >= threshold) {
        rule.archived = true;
        patterns.add(archived(rule, now, value));
      }
    }
    return patterns;
  }

  private ArchivedPattern archived(LivingRule living, double now, double value) {
    Rule rule = living.rule;
    RuleStatistics statistics = living.evidence.statistics();
    return new ArchivedPattern(
        settings.agentId(),
        rule.id(),
        now,
        value,
        rule.pair(),
        rule.side(),
        rule.horizonMinutes(),
        rule.conditions(),
        statistics.outcomes(),
        statistics.mean(),
        statistics.tStatistic(),
        living.proven ? EvidenceGrade.PROVEN : EvidenceGrade.EXPLORATORY,
        rule.generation(),
        Math.max(0, now - statistics.lastConfirmed()) / 60,
        living.evidence.decay(now, settings.decayPercentPer10Minutes()),
        settings.moat());
  }

  private double value(LivingRule rule, double now) {
    return rule.evidence.value(now, settings.decayPercentPer10Minutes());
  }
}
