package mycelial.learning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The rules of one learner in fixed places. A place that falls free is filled by a waiting
 * immigrant (half the time, if there is one), by a mutation (0.4) or a crossover (0.2) of rules
 * with a positive mean so far, else by a random rule.
 */
final class Population {
  /** Evaluations without firing after which a rule makes room: a day of one-minute bars. */
  private static final int LONGEST_IDLE = 1440;

  private static final double IMMIGRANT_SHARE = 0.5;
  private static final double MUTATION_SHARE = 0.4;
  private static final double CROSSOVER_SHARE = 0.2;

  /** Outcomes from which on a rule with a positive mean may have children. */
  private static final int PARENT_OUTCOMES = 3;

  private static final int MAXIMUM_WAITING = 8;
  private static final int ATTEMPTS = 4;

  private final BrainSettings settings;
  private final RandomGenerator random;
  private final FeatureTable table;
  private final Breeder breeder;
  private final List<LivingRule> rules = new ArrayList<>();
  private final CompiledConditions conditions;

  /** Evaluations since the rule in a place last fired. */
  private final int[] idle;

  /** Whether the rule in a place voted on the last bar on which it was evaluated. */
  private final boolean[] voted;

  /** The pair of the rule in a place. */
  private final int[] pairIndexes;

  private final Deque<Rule> immigrants = new ArrayDeque<>();
  private long discovered;
  private long retired;
  private boolean anyDoomed;

  Population(BrainSettings settings, RandomGenerator random, FeatureTable table) {
    this.settings = settings;
    this.random = random;
    this.table = table;
    this.breeder = new Breeder(settings, random);
    int size = settings.watchList().isEmpty() ? 0 : settings.population();
    this.conditions = new CompiledConditions(size);
    this.idle = new int[size];
    this.voted = new boolean[size];
    this.pairIndexes = new int[size];
    for (int i = 0; i < size; i++) {
      rules.add(living(distinct(breeder::random), 0));
      compile(i);
    }
  }

  /** The rules in the order of their places. */
  List<LivingRule> rules() {
    return rules;
  }

  /** How many rules have ever become licensed. */
  long discovered() {
    return discovered;
  }

  /** How many rules have been replaced. */
  long retired() {
    return retired;
  }

  private void compile(int place) {
    LivingRule rule = rules.get(place);
    conditions.set(place, rule.rule, table);
    idle[place] = 0;
    voted[place] = false;
    pairIndexes[place] = rule.pairIndex;
  }

  /** The pair of the rule in a place. */
  int pairIndex(int place) {
    return pairIndexes[place];
  }

  /** Whether the rule in a place fires; one that has not for long is marked for replacement. */
  boolean fires(int place) {
    if (conditions.hold(place, table)) {
      idle[place] = 0;
      return true;
    }
    voted[place] = false;
    if (++idle[place] >= LONGEST_IDLE) {
      doom(rules.get(place));
    }
    return false;
  }

  /** Notes whether the rule in a place votes now; says whether it did on the bar before. */
  boolean noteVote(int place, boolean votes) {
    boolean before = voted[place];
    voted[place] = votes;
    return before;
  }

  /** Notes that a rule has a new outcome: it may have earned a licence or be spent. */
  void learned(LivingRule rule) {
    if (rule.evidence.isSpent()) {
      doom(rule);
    } else if (!rule.discovered && rule.evidence.isLicensed()) {
      rule.discovered = true;
      discovered++;
    }
  }

  /** Notes a gap in a pair's bars: what its rules vote next restates nothing. */
  void interrupted(int pairIndex) {
    for (int place = 0; place < voted.length; place++) {
      if (pairIndexes[place] == pairIndex) {
        voted[place] = false;
      }
    }
  }

  /** Marks a rule for replacement at the next {@link #renew}. */
  private void doom(LivingRule rule) {
    rule.doomed = true;
    anyDoomed = true;
  }

  /** Replaces the marked rules by new ones born now. */
  void renew(double now) {
    if (!anyDoomed) {
      return;
    }
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).doomed) {
        retired++;
        rules.set(i, living(successor(), now));
        compile(i);
      }
    }
    anyDoomed = false;
  }

  /** Lets a peer's rule wait for a free place; false when it is no news or cannot be tried here. */
  boolean immigrate(Rule foreign) {
    if (!isWatched(foreign) || immigrants.size() >= MAXIMUM_WAITING || hasTwin(foreign)) {
      return false;
    }
    long key = foreign.evidenceKey();
    for (Rule waiting : immigrants) {
      if (waiting.evidenceKey() == key) {
        return false;
      }
    }
    immigrants.add(foreign);
    return true;
  }

  private boolean isWatched(Rule rule) {
    return settings.watchList().contains(rule.pair())
        && rule.conditions().stream().allMatch(c -> settings.watchList().contains(c.pair()));
  }

  private boolean hasTwin(Rule rule) {
    long key = rule.evidenceKey();
    return rules.stream().anyMatch(living -> !living.doomed && living.isTwinOf(rule, key));
  }

  private LivingRule living(Rule rule, double birth) {
    return new LivingRule(rule, table.indexOf(rule.pair()), settings, birth);
  }

  private Rule successor() {
    if (!immigrants.isEmpty() && random.nextDouble() < IMMIGRANT_SHARE) {
      return breeder.adopt(immigrants.remove());
    }
    return distinct(this::descendant);
  }

  /** A rule that is not in the population yet, unless chance fails several times. */
  private Rule distinct(Supplier<Rule> source) {
    Rule rule = source.get();
    for (int i = 1; i < ATTEMPTS && hasTwin(rule); i++) {
      rule = source.get();
    }
    return rule;
  }

  private Rule descendant() {
    List<LivingRule> parents =
        rules.stream()
            .filter(rule -> !rule.doomed && rule.evidence.mean() > 0)
            .filter(rule -> rule.evidence.outcomes() >= PARENT_OUTCOMES)
            .toList();
    double draw = random.nextDouble();
    if (parents.isEmpty() || draw >= MUTATION_SHARE + CROSSOVER_SHARE) {
      return breeder.random();
    }
    LivingRule parent = tournament(parents);
    if (draw < MUTATION_SHARE) {
      return breeder.mutate(parent.rule);
    }
    List<LivingRule> mates =
        parents.stream().filter(mate -> mate != parent && isMate(mate, parent)).toList();
    return mates.isEmpty()
        ? breeder.mutate(parent.rule)
        : breeder.cross(parent.rule, tournament(mates).rule);
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
