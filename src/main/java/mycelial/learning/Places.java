package mycelial.learning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which rule of a population makes room for another. */
final class Places {
  /** No place is to be had. */
  static final int NOWHERE = -1;

  /** A young rule has a chance until it has as many outcomes. */
  private static final int FAIR_CHANCE = 3;

  private final int population;
  private final double patience;

  Places(BrainSettings settings) {
    this.population = settings.population();
    this.patience = (double) settings.search().lookBackBars() * settings.interval().seconds();
  }

  /**
   * Where a rule that was found goes: a free place, else that of a rule that has shown nothing for
   * half as long as a look goes back, else of one that loses.
   */
  int forFinding(List<LivingRule> rules, double now) {
    if (rules.size() < population) {
      return rules.size();
    }
    int worst = NOWHERE;
    double least = 0;
    for (int i = 0; i < rules.size(); i++) {
      LivingRule rule = rules.get(i);
      if (rule.doomed) {
        return i;
      }
      boolean young = now - rule.birth < patience / 2;
      int outcomes = rule.evidence.outcomes();
      double standing = outcomes == 0 && !young ? -1 : rule.evidence.tStatistic();
      boolean free = !rule.licence.isInForce() && !(outcomes < FAIR_CHANCE && young);
      if (free && standing < least) {
        worst = i;
        least = standing;
      }
    }
    return worst;
  }

  /**
   * Place of the weakest rule that was not born this very moment: one that may not vote, if there
   * is any, of these the one with the lowest t statistic.
   */
  static int weakest(List<LivingRule> rules, double now) {
    int weakest = NOWHERE;
    for (int i = 0; i < rules.size(); i++) {
      boolean candidate = rules.get(i).birth < now;
      if (candidate && (weakest == NOWHERE || isWeaker(rules.get(i), rules.get(weakest)))) {
        weakest = i;
      }
    }
    return weakest;
  }

  private static boolean isWeaker(LivingRule one, LivingRule other) {
    if (one.licence.isInForce() != other.licence.isInForce()) {
      return other.licence.isInForce();
    }
    return one.evidence.tStatistic() < other.evidence.tStatistic();
  }

  /** The living rule with the lowest t statistic: of those without a licence, if there are any. */
  static Optional<LivingRule> leastTrusted(List<LivingRule> rules) {
    return rules.stream()
        .filter(rule -> !rule.doomed)
        .min(
            Comparator.comparing((LivingRule rule) -> rule.licence.isInForce())
                .thenComparingDouble(rule -> rule.evidence.tStatistic()));
  }
}
