package mycelial.colony;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mycelial.agent.learner.PatternLearnerAgent;
import mycelial.learning.LicenceState;
import mycelial.learning.RatedRule;
import mycelial.learning.Rule;
import mycelial.learning.RuleStanding;
import mycelial.learning.RuleStatistics;
import mycelial.market.Condition;

/** What a learner can tell of what it has learned. */
final class LearnerProperties {
  private static final double PERCENT = 100;
  private static final double TENTHS = 10;
  private static final int MOST_CONDITIONS = 3;
  private static final int MOST_RULES = 50;

  private LearnerProperties() {}

  static void add(PatternLearnerAgent learner, Supplier<Double> now, PropertyList list) {
    list.add("Moat", "its field of knowledge", () -> learner.moat().label());
    list.add("Rules", "in its population", () -> learner.brain().living());
    list.add("Licensed", "rules that may vote now", () -> learner.brain().licensed());
    list.add("Discovered", "rules ever licensed", () -> learner.brain().discovered());
    list.add("Retired", "rules replaced", () -> learner.brain().retired());
    list.add("Evaluations", "of rules on bars so far", () -> learner.brain().ruleEvaluations());
    list.add(
        "Best rule",
        "the licensed rule with the highest t statistic",
        () -> best(learner, now).map(rated -> words(rated.rule())).orElse("none licensed"));
    for (int i = 0; i < MOST_CONDITIONS; i++) {
      int place = i;
      list.add(
          i == 0 ? "when" : "and when",
          "a condition of the best rule",
          () -> best(learner, now).map(rated -> condition(rated.rule(), place)).orElse(""));
    }
    list.add(
        "Its evidence",
        "outcomes of virtual trades, net of costs",
        () -> best(learner, now).map(LearnerProperties::evidence).orElse("none"));
    list.add(
        "Its value",
        "0 to 100, decays until it is confirmed again",
        () -> best(learner, now).map(LearnerProperties::value).orElse(0.0));
  }

  /** The rules, best first. */
  static List<List<String>> rules(PatternLearnerAgent learner, double now) {
    return learner.brain().best(now, MOST_RULES).stream().map(LearnerProperties::row).toList();
  }

  private static List<String> row(RuleStanding standing) {
    RatedRule rated = standing.rated();
    RuleStatistics statistics = rated.statistics();
    return List.of(
        words(rated.rule()),
        String.format(Locale.ROOT, "%.1f", rated.value()),
        grade(standing),
        licence(standing.licence()),
        String.valueOf(statistics.outcomes()),
        String.format(Locale.ROOT, "%+.3f", PERCENT * statistics.mean()),
        String.format(Locale.ROOT, "%+.2f", statistics.tStatistic()),
        rated.rule().conditions().stream()
            .map(LearnerProperties::words)
            .collect(Collectors.joining(" and ")));
  }

  private static String grade(RuleStanding standing) {
    if (standing.proven()) {
      return "proven";
    }
    return standing.rated().statistics().exploratory() ? "exploratory" : "too little";
  }

  private static String licence(LicenceState licence) {
    if (licence.isInForce()) {
      return String.format(Locale.ROOT, "in force, counts %.0f %%", PERCENT * licence.factor());
    }
    return licence.isRenewal() ? "lapsed after " + licence.licences() : "none";
  }

  private static Optional<RatedRule> best(PatternLearnerAgent learner, Supplier<Double> now) {
    return learner.brain().bestToShare(now.get());
  }

  /** For example: BUY XXBTZUSD for 60 min. */
  private static String words(Rule rule) {
    return rule.side() + " " + rule.pair() + " for " + rule.horizonMinutes() + " min";
  }

  private static String condition(Rule rule, int place) {
    return place < rule.conditions().size() ? words(rule.conditions().get(place)) : "";
  }

  private static double value(RatedRule rated) {
    return StrictMath.rint(TENTHS * rated.value()) / TENTHS;
  }

  private static String words(Condition condition) {
    return String.format(
        Locale.ROOT,
        "%s is %s its %.0f %% quantile",
        condition.source(),
        condition.comparison() == Condition.Comparison.ABOVE ? "above" : "below",
        PERCENT * condition.quantile());
  }

  private static String evidence(RatedRule rated) {
    return String.format(
        Locale.ROOT,
        "%d outcomes, mean %+.3f %%, t %.2f",
        rated.statistics().outcomes(),
        PERCENT * rated.statistics().mean(),
        rated.statistics().tStatistic());
  }
}
