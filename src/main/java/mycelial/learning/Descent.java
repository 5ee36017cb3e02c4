package mycelial.learning;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes successors of a population's rules: a mutation (0.4) or a crossover (0.2) of rules with a
 * positive mean so far, else a random rule. Used by one thread.
 */
final class Descent {
  private static final double MUTATION_SHARE = 0.4;
  private static final double CROSSOVER_SHARE = 0.2;

  /** Outcomes from which on a rule with a positive mean may have children. */
  private static final int PARENT_OUTCOMES = 3;

  private final Breeder breeder;
  private final RandomGenerator random;
  private final boolean evolution;

  /**
   * @param evolution whether rules have children; else all successors are made of chance
   */
  Descent(Breeder breeder, RandomGenerator random, boolean evolution) {
    this.evolution = evolution;
    this.breeder = breeder;
    this.random = random;
  }

  /** A successor born now. */
  Offspring of(List<LivingRule> rules, double now) {
    if (!evolution) {
      return new Offspring(breeder.random(), now);
    }
    List<LivingRule> parents =
        rules.stream()
            .filter(rule -> !rule.doomed && rule.evidence.mean() > 0)
            .filter(rule -> rule.evidence.outcomes() >= PARENT_OUTCOMES)
            .toList();
    double draw = random.nextDouble();
    if (parents.isEmpty() || draw >= MUTATION_SHARE + CROSSOVER_SHARE) {
      return new Offspring(breeder.random(), now);
    }
    LivingRule parent = tournament(parents);
    if (draw < MUTATION_SHARE) {
      return new Offspring(breeder.mutate(parent.rule), parent.fittedFrom);
    }
    List<LivingRule> mates =
        parents.stream().filter(mate -> mate != parent && isMate(mate, parent)).toList();
    if (mates.isEmpty()) {
      return new Offspring(breeder.mutate(parent.rule), parent.fittedFrom);
    }
    LivingRule mate = tournament(mates);
    return new Offspring(
        breeder.cross(parent.rule, mate.rule), Math.min(parent.fittedFrom, mate.fittedFrom));
  }

  private static boolean isMate(LivingRule one, LivingRule other) {
    return one.pairIndex == other.pairIndex && one.rule.side() == other.rule.side();
  }

  /** The better one by t statistic of two drawn at random. */
  private LivingRule tournament(List<LivingRule> rules) {
    LivingRule first = rules.get(random.nextInt(rules.size()));
    LivingRule second = rules.get(random.nextInt(rules.size()));
    return second.evidence.tStatistic() > first.evidence.tStatistic() ? second : first;
  }
}
