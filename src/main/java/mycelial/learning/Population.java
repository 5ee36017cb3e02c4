package mycelial.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one learner in fixed places. A place that falls free is filled by a waiting
 * immigrant (half the time, if there is one), else by {@link Descent}.
 */
final class Population {
  /** Evaluations without firing after which a rule makes room: a day of one-minute bars. */
  private static final int LONGEST_IDLE = 1440;

  private static final double IMMIGRANT_SHARE = 0.5;

  private static final int ATTEMPTS = 4;

  private final BrainSettings settings;
  private final RandomGenerator random;
  private final FeatureTable table;
  private final Home home;
  private final Breeder breeder;
  private final Descent descent;
  private final List<LivingRule> rules = new ArrayList<>();
  private final CompiledConditions conditions;

  /** Evaluations since the rule in a place last fired. */
  private final int[] idle;

  /** Whether the rule in a place voted on the last bar on which it was evaluated. */
  private final boolean[] voted;

  /** The pair of the rule in a place. */
  private final int[] pairIndexes;

  private final Visitors visitors = new Visitors();
  private final Quarantine quarantine = new Quarantine();
  private final Reports reports = new Reports();
  private final Places places;
  private int inherited;
  private long discovered;
  private long retired;
  private long settled;
  private long changes;
  private boolean anyDoomed;

  /**
   * @param known what the learner knew before, or null; rules that look at pairs which are not
   *     watched now are left out, and their places filled by chance
   */
  Population(
      BrainSettings settings,
      RandomGenerator random,
      FeatureTable table,
      @Nullable LearnerState known) {
    this.settings = settings;
    this.random = random;
    this.table = table;
    this.home = new Home(settings, table);
    this.places = new Places(settings);
    this.breeder = new Breeder(settings, random);
    this.descent = new Descent(breeder, random, settings.search().evolution());
    int size = settings.watchList().isEmpty() ? 0 : settings.population();
    this.conditions = new CompiledConditions(size);
    this.idle = new int[size];
    this.voted = new boolean[size];
    this.pairIndexes = new int[size];
    if (known != null) {
      takeOver(known, size);
    }
    while (!home.isOfMoat() && rules.size() < size) {
      rules.add(living(new Offspring(distinct(breeder::random), 0), 0));
    }
    for (int i = 0; i < rules.size(); i++) {
      compile(i);
    }
  }

  private void takeOver(LearnerState known, int size) {
    breeder.continueAfter(known.serial());
    discovered = known.discovered();
    retired = known.retired();
    for (RuleState rule : known.rules()) {
      if (rules.size() < size && home.isWatched(rule.rule())) {
        rules.add(new LivingRule(rule, table.indexOf(rule.rule().pair()), settings));
      }
    }
    inherited = rules.size();
  }

  /** How many rules were taken over. */
  int inherited() {
    return inherited;
  }

  /** Everything that is to be kept. */
  LearnerState state(String name) {
    return new LearnerState(
        name,
        settings.moat(),
        settings.watchList(),
        breeder.serial(),
        discovered,
        retired,
        rules.stream().filter(rule -> !rule.doomed).map(LivingRule::state).toList());
  }

  /** The rules in the order of their places. */
  List<LivingRule> rules() {
    return rules;
  }

  /** How many rules the council has ever licensed. */
  long discovered() {
    return discovered;
  }

  /** How many rules have been replaced. */
  long retired() {
    return retired;
  }

  /** Grows with every outcome and every replacement: as long as it stays, so do ranks. */
  long changes() {
    return changes;
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
    if (rules.get(place).doomed) {
      return false;
    }
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

  /** Notes that a rule has a new outcome: it may be spent. */
  void learned(LivingRule rule) {
    changes++;
    reports.note(rule);
    if (rule.evidence.isSpent()) {
      doom(rule);
    }
  }

  /** What the council has to hear; each is told once. */
  List<Proving> takeReports() {
    return reports.take();
  }

  /** The living rule of that name, or null. */
  @Nullable LivingRule find(String id) {
    for (LivingRule rule : rules) {
      if (!rule.doomed && rule.rule.id().equals(id)) {
        return rule;
      }
    }
    return null;
  }

  /** Notes that the council has licensed a rule. */
  void licensed(LivingRule rule, String licence, double factor) {
    discovered += rule.licence.isRenewal() ? 0 : 1;
    Licensing.grant(rule, licence, factor);
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
    quarantine.lift(now);
    if (!anyDoomed) {
      return;
    }
    changes++;
    for (int i = 0; i < rules.size(); i++) {
      LivingRule dropped = rules.get(i);
      if (dropped.doomed && !dropped.vacated) {
        retired++;
        LivingRule heir = heir(dropped, now);
        dropped.vacated = heir == null;
        dropped.licence = LicenceState.NONE;
        if (heir != null) {
          rules.set(i, heir);
          compile(i);
        }
      }
    }
    anyDoomed = false;
  }

  /**
   * Gives a place to what a look at the past has found: a free one, else that of a rule that has
   * shown nothing for as long as a look goes back, else of one that loses.
   */
  void grow(Insight.Finding finding, double now) {
    int horizon =
        Math.min(finding.horizonBars() * settings.interval().minutes(), Rule.LONGEST_HORIZON);
    Rule rule = breeder.make(finding.pair(), finding.side(), horizon, finding.conditions());
    int place = isWelcome(rule) ? places.forFinding(rules, now) : Places.NOWHERE;
    if (place == Places.NOWHERE) {
      return;
    }
    double lookBack = (double) settings.search().lookBackBars() * settings.interval().seconds();
    double from = Math.max(0, now - lookBack);
    LivingRule fresh = living(new Offspring(rule, from), now);
    if (place == rules.size()) {
      rules.add(fresh);
    } else {
      retired += rules.get(place).doomed ? 0 : 1;
      rules.get(place).doomed = true;
      rules.set(place, fresh);
    }
    compile(place);
    changes++;
  }

  /** A holding time in bars, drawn. */
  int horizonBars() {
    return breeder.horizonBars();
  }

  /** How many rules have ever been tried. */
  long tried() {
    return breeder.serial();
  }

  private @Nullable LivingRule heir(LivingRule dropped, double now) {
    if (quarantine.refuses(dropped.rule) && !home.isOfMoat()) {
      return living(new Offspring(distinct(breeder::random), now), now);
    }
    Visitors.Believed next = visitors.takeBelieved();
    if (next == null) {
      Offspring born = successor(now);
      return home.isAtHome(born.rule()) && !quarantine.refuses(born.rule())
          ? living(born, now)
          : null;
    }
    LivingRule rule = living(new Offspring(breeder.retell(next.rule()), 0), now);
    next.claim().feed(rule.evidence, now);
    licensed(rule, "forged", 1);
    learned(rule);
    return rule;
  }

  /**
   * Drops the family's rules for ones made of chance, and takes none of the family in up to that
   * time, neither from peers nor by descent.
   *
   * @return how many rules were dropped
   */
  int quarantine(String family, double until) {
    quarantine.add(family, until);
    visitors.leave(quarantine::refuses);
    int dropped = 0;
    for (LivingRule rule : rules) {
      if (!rule.doomed && Quarantine.family(rule.rule).equals(family)) {
        doom(rule);
        dropped++;
      }
    }
    return dropped;
  }

  /**
   * Takes a peer's rule in with what is claimed for it, in the place of the weakest rule, which is
   * one without a licence if there is any.
   *
   * @return false when it cannot be tried here
   */
  boolean believe(Rule foreign, Claim claim) {
    if (!home.isWatched(foreign) || quarantine.refuses(foreign)) {
      return false;
    }
    Places.leastTrusted(rules).ifPresent(this::doom);
    visitors.believe(foreign, claim);
    return true;
  }

  /** Lets a peer's rule wait for a free place; false when it is no news or cannot be tried here. */
  boolean immigrate(Rule foreign) {
    return takesIn(foreign) && visitors.admit(foreign);
  }

  private boolean takesIn(Rule foreign) {
    return settings.search().evolution()
        && home.isWatched(foreign)
        && !quarantine.refuses(foreign)
        && !hasTwin(foreign);
  }

  /**
   * Gives a peer's rule the place of the weakest one at once: of those that may not vote, if there
   * are any, the one with the lowest t statistic. A rule born at this very moment stays.
   *
   * @return false when it looks at a pair that is not watched or lives here already
   */
  boolean settle(Rule foreign, double now) {
    int place = takesIn(foreign) ? Places.weakest(rules, now) : Places.NOWHERE;
    if (place == Places.NOWHERE) {
      return false;
    }
    visitors.settled(foreign);
    rules.get(place).doomed = true;
    retired++;
    rules.set(place, living(new Offspring(breeder.adopt(foreign), 0), now));
    compile(place);
    settled++;
    changes++;
    return true;
  }

  /** How many peers' rules have been given a place at once. */
  long settled() {
    return settled;
  }

  private boolean hasTwin(Rule rule) {
    long key = rule.evidenceKey();
    return rules.stream().anyMatch(living -> !living.doomed && living.isTwinOf(rule, key));
  }

  private LivingRule living(Offspring born, double birth) {
    return new LivingRule(
        born, table.indexOf(born.rule().pair()), settings, birth, breeder.serial());
  }

  private Offspring successor(double now) {
    if (visitors.areWaiting() && random.nextDouble() < IMMIGRANT_SHARE) {
      return new Offspring(breeder.adopt(visitors.next()), 0);
    }
    Offspring born = descent.of(rules, now);
    for (int i = 1; i < ATTEMPTS && !isWelcome(born.rule()); i++) {
      born = descent.of(rules, now);
    }
    return quarantine.refuses(born.rule()) && !home.isOfMoat()
        ? new Offspring(distinct(breeder::random), now)
        : born;
  }

  private boolean isWelcome(Rule rule) {
    return home.isAtHome(rule) && !hasTwin(rule) && !quarantine.refuses(rule);
  }

  /** A rule that is not in the population yet, unless chance fails several times. */
  private Rule distinct(Supplier<Rule> source) {
    Rule rule = source.get();
    for (int i = 1; i < ATTEMPTS && !isWelcome(rule); i++) {
      rule = source.get();
    }
    while (quarantine.refuses(rule)) {
      rule = breeder.random();
    }
    return rule;
  }
}
