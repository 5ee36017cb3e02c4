package mycelial.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.market.Source;
import org.jspecify.annotations.Nullable;

/**
 * What one learner knows: a population of rules that it tries with virtual trades on what it
 * observes, and renews. Everything follows from the settings, the generator and the observations;
 * used by one thread. A brain with an empty watch list is legal and does nothing.
 *
 * <p>A rule is exploratory while it has enough outcomes with a positive mean and t statistic and
 * its recent mean is not negative. Such a rule of enough value is applied for when it fires; once
 * the council has licensed it, it votes when it fires, with its value times the licence's factor,
 * until that falls below what a vote needs: then the licence has lapsed. The value is looked at
 * when the rule fires, since nobody needs it in between.
 */
public final class Brain {
  /** How much longer than the bars signals are remembered, for the longest lag, seconds. */
  private static final long SIGNAL_MARGIN = 2 * 3600;

  /** Marks a pair without a new bar to evaluate. */
  private static final long NOTHING_NEW = -1;

  private final BrainSettings settings;
  private final SignalHistory signals;
  private final FeatureTable table;
  private final Past past;
  private final Insight insight;
  private final Population population;
  private final VirtualTrades[] trades;
  private final long[] newBarEnd;
  private final FeatureVector[] latest;
  private final Licensing licensing;
  private final Sharing sharing;
  private @Nullable Applicant applicant;
  private boolean anyNew;
  private long ruleEvaluations;

  /** A brain with a random population drawn from that generator. */
  public Brain(BrainSettings settings, RandomGenerator random) {
    this(settings, random, null);
  }

  /**
   * A brain that goes on from what it knew before, as far as that fits the settings.
   *
   * @param known what it knew, or null
   */
  public Brain(BrainSettings settings, RandomGenerator random, @Nullable LearnerState known) {
    this.settings = settings;
    int pairs = settings.watchList().size();
    Search search = settings.search();
    int lookBack = search.everyBars() == 0 || pairs == 0 ? 1 : search.lookBackBars();
    signals = new SignalHistory((long) lookBack * settings.interval().seconds() + SIGNAL_MARGIN);
    table = new FeatureTable(settings.watchList(), signals);
    past = new Past(pairs, lookBack, settings.interval());
    insight = new Insight(settings, random, past, signals);
    population = new Population(settings, random, table, known);
    sharing = new Sharing(settings, population);
    TradeSimulator simulator = new TradeSimulator(settings);
    trades = new VirtualTrades[pairs];
    newBarEnd = new long[pairs];
    licensing = new Licensing(settings.minimumVoteValue());
    latest = new FeatureVector[pairs];
    Arrays.fill(latest, FeatureVector.EMPTY);
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
    past.add(pair, bar, features);
    if (!bar.isActionable()) {
      return;
    }
    latest[pair] = features;
    newBarEnd[pair] = bar.end();
    anyNew = true;
  }

  /**
   * Evaluates, once after all observations of an instant, the rules whose own pair has a new bar
   * that may be a reason to trade. Rules may look at the latest features of other pairs. A rule
   * that fires opens a virtual trade unless it has one; if it is licensed it votes, and the best of
   * those that could be licensed is applied for.
   *
   * @param now schedule time, seconds since the epoch
   * @return the votes in the order of the rules' places
   */
  public List<Vote> evaluate(double now) {
    applicant = null;
    if (!anyNew) {
      return List.of();
    }
    population.renew(now);
    long newest = newestBarEnd();
    lookBack(newest, now);
    table.turnTo(newest);
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
    applicant = applicant(licensing.choose(now), now);
    Arrays.fill(newBarEnd, NOTHING_NEW);
    anyNew = false;
    return votes;
  }

  private long newestBarEnd() {
    long newest = NOTHING_NEW;
    for (long end : newBarEnd) {
      newest = Math.max(newest, end);
    }
    return newest;
  }

  /** Now and then, each learner at its own bar, looks for a rule in what has been. */
  private void lookBack(long barEnd, double now) {
    int every = settings.search().everyBars();
    long bar = barEnd / settings.interval().seconds();
    if (every == 0 || bar % every != settings.agentId() % every) {
      return;
    }
    Insight.Finding finding = insight.search(population.horizonBars());
    if (finding != null) {
      population.grow(finding, now);
    }
  }

  /** What it has heard of the moats, to be told more of them. */
  public SignalHistory signals() {
    return signals;
  }

  /** Peers use a signal in a rule: it is worth looking at. */
  public void learnOf(Source.Signal signal) {
    if (settings.moat() == Moat.FINANCE) {
      insight.learnOf(signal);
    }
  }

  /**
   * What the council has to hear of its rules' evidence: one report for each outcome of a rule that
   * has some, the newest of a rule only.
   */
  public List<Proving> takeReports() {
    return population.takeReports();
  }

  /** The council has found a rule proven; one that has been replaced is passed over. */
  public void proven(String ruleId) {
    LivingRule rule = population.find(ruleId);
    if (rule != null) {
      rule.proven = true;
    }
  }

  /** How many rules it has ever tried. */
  public long tried() {
    return population.tried();
  }

  private void fired(int place, long barEnd, double now, List<Vote> cast) {
    LivingRule rule = population.rules().get(place);
    trades[rule.pairIndex].fired(rule, barEnd);
    double value = rule.evidence.isExploratory() ? value(rule, now) : 0;
    double counted = licensing.counted(rule, value, now);
    boolean before = population.noteVote(place, counted > 0);
    if (counted > 0) {
      RuleStatistics statistics = rule.evidence.statistics();
      cast.add(new Vote(rule.rule, statistics, counted, before, rule.proven, barEnd, rule.licence));
    }
  }

  private @Nullable Applicant applicant(@Nullable LivingRule chosen, double now) {
    return chosen == null
        ? null
        : new Applicant(
            chosen.rule,
            chosen.evidence.statistics(),
            value(chosen, now),
            chosen.fittedFrom,
            chosen.birth,
            chosen.licence.isRenewal(),
            newBarEnd[chosen.pairIndex],
            latest[chosen.pairIndex]);
  }

  /** Why rules that fired brought no vote; whoever casts the votes adds what becomes of them. */
  public Abstentions abstentions() {
    return licensing.abstentions();
  }

  /** The rule that the latest {@link #evaluate} wants a licence for; to be asked once after it. */
  public Optional<Applicant> application() {
    return Optional.ofNullable(applicant);
  }

  /**
   * The council licenses a rule; one that has been replaced meanwhile is passed over.
   *
   * @param factor what the licence lets count of the rule's value, 0 to 1
   */
  public void licensed(String ruleId, String licence, double factor) {
    LivingRule rule = population.find(ruleId);
    if (rule != null) {
      population.licensed(rule, licence, factor);
    }
  }

  /** The council refuses a rule; one that has been replaced meanwhile is passed over. */
  public void refused(String ruleId) {
    LivingRule rule = population.find(ruleId);
    if (rule != null) {
      Licensing.refuse(rule);
    }
  }

  private double value(LivingRule rule, double now) {
    return rule.evidence.value(now, settings.decayPercentPer10Minutes());
  }

  /** The exploratory rule with the highest t statistic, the one in the earlier place of equals. */
  public Optional<RatedRule> bestToShare(double now) {
    return sharing.best(now);
  }

  /**
   * What to tell peers that watch a pair: the best exploratory rule that trades it and looks at
   * nothing else, so that they can take it in; else the best that trades it; else the best of all.
   */
  public Optional<RatedRule> bestToShare(double now, Pair pair) {
    return sharing.best(now, pair);
  }

  /**
   * Takes in a peer's rule at once, in the place of the weakest one that may not vote, under a name
   * of its own and without any outcomes.
   *
   * @return false when it looks at a pair that is not watched or lives here already
   */
  public boolean settle(Rule foreign, double now) {
    return population.settle(foreign, now);
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

  /**
   * Takes in a peer's rule with what is claimed for it, as learners do in a fire drill only. It
   * takes the place of the weakest rule at the next evaluation, with a forged licence.
   *
   * @return false when it looks at a pair that is not watched or its family is in quarantine
   */
  public boolean believe(Rule foreign, Claim claim) {
    return population.believe(foreign, claim);
  }

  /**
   * Drops a family of patterns for random rules and refuses it, from peers and by descent.
   *
   * @param family as {@link mycelial.market.PatternFamily} names it
   * @param until the end of the refusal, seconds since the epoch
   * @return how many rules were dropped
   */
  public int quarantine(String family, double until) {
    return population.quarantine(family, until);
  }

  /** A number that changes whenever {@link #bestToShare} may have changed to another rule. */
  public long changes() {
    return population.changes();
  }

  /**
   * The exploratory rules of at least that value that have not been handed out before: what the
   * council thinks of them stands in its announcements.
   */
  public List<ArchivedPattern> takeArchivable(double now, double threshold) {
    return sharing.takeArchivable(now, threshold);
  }

  /** How often a rule has been evaluated on a bar. */
  public long ruleEvaluations() {
    return ruleEvaluations;
  }

  /** How many rules the council has ever licensed. */
  public long discovered() {
    return population.discovered();
  }

  /** How many rules it has taken over from what it knew before. */
  public int inherited() {
    return population.inherited();
  }

  /** Everything that is to be kept for a later session, under the learner's name. */
  public LearnerState state(String name) {
    return population.state(name);
  }

  /** How many rules have been replaced. */
  public long retired() {
    return population.retired();
  }

  /** How many rules of peers have been taken in at once. */
  public long settled() {
    return population.settled();
  }

  /** The best rules, those of highest value first, then of highest t statistic; changes nothing. */
  public List<RuleStanding> best(double now, int most) {
    return sharing.standings(now, most);
  }

  /** How many rules there are. */
  public int living() {
    return population.rules().size();
  }

  /** How many rules have a licence now. */
  public int licensed() {
    return (int) population.rules().stream().filter(rule -> rule.licence.isInForce()).count();
  }

  /**
   * All rules with their outcomes, the exact bits of their means and their licences, for a run's
   * digest.
   */
  public String stateLine() {
    return settings.agentId() + " " + ruleEvaluations + " " + StateLine.of(population);
  }
}
