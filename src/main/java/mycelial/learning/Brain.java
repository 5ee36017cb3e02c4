package mycelial.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mycelial.market.Bar;
import mycelial.market.EvidenceGrade;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;

/**
 * What one learner knows: a population of rules that it tries with virtual trades on what it
 * observes, and renews. Everything follows from the settings, the generator and the observations;
 * used by one thread. A brain with an empty watch list is legal and does nothing.
 *
 * <p>A rule is licensed, all grades being exploratory, while it has enough outcomes with a positive
 * mean and t statistic and its recent mean is not negative.
 */
public final class Brain {
  /** Marks a pair without a new bar to evaluate. */
  private static final long NOTHING_NEW = -1;

  private final BrainSettings settings;
  private final FeatureTable table;
  private final Population population;
  private final VirtualTrades[] trades;
  private final long[] newBarEnd;
  private boolean anyNew;
  private long ruleEvaluations;

  /** A brain with a random population drawn from that generator. */
  public Brain(BrainSettings settings, RandomGenerator random) {
    this.settings = settings;
    int pairs = settings.watchList().size();
    table = new FeatureTable(settings.watchList());
    population = new Population(settings, random, table);
    TradeSimulator simulator = new TradeSimulator(settings);
    trades = new VirtualTrades[pairs];
    newBarEnd = new long[pairs];
    for (int i = 0; i < pairs; i++) {
      trades[i] = new VirtualTrades(simulator, population);
      newBarEnd[i] = NOTHING_NEW;
    }
  }

  /**
   * Takes in what is new of a pair: its closed bar first, then its quote. Pairs that are not
   * watched are passed over.
   */
  public void observe(MarketObservation observation) {
    int pair = table.indexOf(observation.pair());
    if (pair < 0) {
      return;
    }
    if (observation.gap()) {
      population.interrupted(pair);
    }
    if (observation.bar() != null) {
      observeBar(pair, observation.bar(), observation.features());
    }
    if (observation.quote() != null) {
      trades[pair].onQuote(observation.quote());
    }
  }

  private void observeBar(int pair, Bar bar, FeatureVector features) {
    double atr = features.has(Feature.ATR) ? features.value(Feature.ATR) : Double.NaN;
    trades[pair].onBar(bar, atr);
    table.update(pair, features);
    if (bar.isQuiet()) {
      return;
    }
    newBarEnd[pair] = bar.end();
    anyNew = true;
  }

  /**
   * Evaluates, once after all observations of an instant, the rules whose own pair has a new bar
   * that is not quiet. Rules may look at the latest features of other pairs. A rule that fires
   * opens a virtual trade unless it has one; if it is licensed it votes.
   *
   * @param now schedule time, seconds since the epoch
   * @return the votes in the order of the rules' places
   */
  public List<Vote> evaluate(double now) {
    if (!anyNew) {
      return List.of();
    }
    population.renew(now);
    List<Vote> votes = new ArrayList<>();
    List<LivingRule> rules = population.rules();
    for (int place = 0; place < rules.size(); place++) {
      long barEnd = newBarEnd[population.pairIndex(place)];
      if (barEnd == NOTHING_NEW) {
        continue;
      }
      ruleEvaluations++;
      if (population.fires(place)) {
        fired(place, barEnd, now, votes);
      }
    }
    Arrays.fill(newBarEnd, NOTHING_NEW);
    anyNew = false;
    return votes;
  }

  private void fired(int place, long barEnd, double now, List<Vote> cast) {
    LivingRule rule = population.rules().get(place);
    trades[rule.pairIndex].fired(rule, barEnd);
    double value = rule.evidence.isLicensed() ? value(rule, now) : 0;
    boolean votes = value > 0 && value >= settings.minimumVoteValue();
    boolean before = population.noteVote(place, votes);
    if (votes) {
      cast.add(new Vote(rule.rule, rule.evidence.statistics(), value, before, barEnd));
    }
  }

  private double value(LivingRule rule, double now) {
    return rule.evidence.value(now, settings.decayPercentPer10Minutes());
  }

  /** The licensed rule with the highest t statistic, the one in the earlier place among equals. */
  public Optional<RatedRule> bestToShare(double now) {
    return population.rules().stream()
        .filter(rule -> rule.evidence.isLicensed())
        .max(Comparator.comparingDouble(rule -> rule.evidence.tStatistic()))
        .map(rule -> new RatedRule(rule.rule, rule.evidence.statistics(), value(rule, now)));
  }

  /**
   * Takes in a peer's rule. It waits for a free place and starts there under a name of its own, its
   * parent being the peer's rule, without any outcomes.
   *
   * @return false when it looks at a pair that is not watched, is known already or too many wait
   */
  public boolean immigrate(Rule foreign) {
    return population.immigrate(foreign);
  }

  /** The licensed rules of at least that value that have not been handed out before. */
  public List<ArchivedPattern> takeArchivable(double now, double threshold) {
    List<ArchivedPattern> patterns = new ArrayList<>();
    for (LivingRule rule : population.rules()) {
      if (rule.archived || !rule.evidence.isLicensed()) {
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
        EvidenceGrade.EXPLORATORY,
        rule.generation(),
        Math.max(0, now - statistics.lastConfirmed()) / 60,
        living.evidence.decay(now, settings.decayPercentPer10Minutes()),
        settings.moat());
  }

  /** How often a rule has been evaluated on a bar. */
  public long ruleEvaluations() {
    return ruleEvaluations;
  }

  /** How many rules have ever become licensed. */
  public long discovered() {
    return population.discovered();
  }

  /** How many rules have been replaced. */
  public long retired() {
    return population.retired();
  }

  /** How many rules there are. */
  public int living() {
    return population.rules().size();
  }

  /** How many rules are licensed now. */
  public int licensed() {
    return (int) population.rules().stream().filter(rule -> rule.evidence.isLicensed()).count();
  }

  /** All rules with their outcomes and the exact bits of their means, for a run's digest. */
  public String stateLine() {
    StringBuilder line = new StringBuilder();
    line.append(settings.agentId())
        .append(' ')
        .append(ruleEvaluations)
        .append(' ')
        .append(discovered())
        .append(' ')
        .append(retired());
    for (LivingRule rule : population.rules()) {
      line.append(' ')
          .append(rule.rule.id())
          .append(':')
          .append(rule.evidence.outcomes())
          .append(':')
          .append(Long.toHexString(Double.doubleToLongBits(rule.evidence.mean())));
    }
    return line.toString();
  }
}
