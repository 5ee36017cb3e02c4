package mycelial.colony;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import mycelial.agent.AgentIdentity;
import mycelial.agent.Layer;
import mycelial.agent.Seeds;
import mycelial.agent.Ticks;
import mycelial.agent.analyst.TechnicalAnalysisAgent;
import mycelial.agent.council.MycelialInstigatorAgent;
import mycelial.agent.guardian.GuardianSettings;
import mycelial.agent.guardian.RiskManagementAgent;
import mycelial.agent.learner.LearnerHabits;
import mycelial.agent.learner.PatternLearnerAgent;
import mycelial.agent.miner.DataMinerAgent;
import mycelial.agent.miner.MoatMiner;
import mycelial.agent.trader.TraderSettings;
import mycelial.agent.trader.TradingAgent;
import mycelial.analysis.FeatureRanks;
import mycelial.config.Configuration;
import mycelial.config.LearnerCounts;
import mycelial.config.LearningSettings;
import mycelial.config.ReactionTimes;
import mycelial.learning.Brain;
import mycelial.ledger.Ledger;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.market.SignalSource;
import mycelial.message.Role;

/** Makes the agents of a colony, giving out ids and orderings. */
final class AgentFactory {
  /** Learners react in multiples of a quarter second. */
  private static final int QUARTER = Ticks.PER_SECOND / 4;

  private final ColonyPlan plan;
  private final Configuration configuration;
  private final long seed;
  private final Interval interval;
  private final List<Pair> traded;
  private final RunDigest store;
  private final LedgerFactory ledgers;
  private final Map<Integer, String> names = new TreeMap<>();
  private final Map<Layer, Integer> counts = new EnumMap<>(Layer.class);

  /**
   * @param available the pairs that the market has
   */
  AgentFactory(
      ColonyPlan plan, long seed, Collection<Pair> available, Interval interval, RunDigest store) {
    this.plan = plan;
    this.configuration = plan.configuration();
    this.seed = seed;
    this.interval = interval;
    this.traded = configuration.pairs().stream().filter(available::contains).toList();
    this.store = store;
    this.ledgers = new LedgerFactory(configuration, interval);
  }

  AgentIdentity identity(String name, Role role, Layer layer, long reactionTicks) {
    int id = names.size() + 1;
    names.put(id, name);
    int index = counts.merge(layer, 1, Integer::sum) - 1;
    return new AgentIdentity(id, name, role, layer, index, Math.toIntExact(reactionTicks));
  }

  private ReactionTimes reactions() {
    return configuration.reactions();
  }

  List<DataMinerAgent> miners() {
    List<DataMinerAgent> miners = new ArrayList<>();
    for (Pair pair : configuration.pairs()) {
      AgentIdentity identity =
          identity("miner-" + pair, Role.DATA_MINER, Layer.DATA, Ticks.of(reactions().miner()));
      LearningSettings learning = configuration.learning();
      FeatureRanks ranks =
          new FeatureRanks(learning.quantileWindow(), learning.quantileSampleBars());
      miners.add(new DataMinerAgent(identity, pair, interval, ranks));
    }
    return miners;
  }

  List<PatternLearnerAgent> learners() {
    LearnerCounts learners = configuration.learners();
    List<PatternLearnerAgent> made = new ArrayList<>();
    learners(Moat.FINANCE, learners.finance(), made);
    learners(Moat.CODE, learners.code(), made);
    learners(Moat.LOGISTICS, learners.logistics(), made);
    learners(Moat.GOVERNMENT, learners.government(), made);
    learners(Moat.CORPORATIONS, learners.corporations(), made);
    return made;
  }

  private void learners(Moat moat, int count, List<PatternLearnerAgent> made) {
    for (int i = 1; i <= count; i++) {
      String name =
          String.format(Locale.ROOT, "learner-%s-%02d", moat.label().toLowerCase(Locale.ROOT), i);
      RandomGenerator random = Seeds.generator(seed, names.size() + 1);
      int least = (int) Ticks.of(reactions().learnerMinimum()) / QUARTER;
      int most = (int) Ticks.of(reactions().learnerMaximum()) / QUARTER;
      long reaction = (long) random.nextInt(least, most + 1) * QUARTER;
      AgentIdentity identity = identity(name, Role.PATTERN_LEARNER, Layer.LEARNING, reaction);
      List<Pair> watched = moat == Moat.FINANCE ? watchList(random) : List.of();
      Brain brain = new Brain(ledgers.brainSettings(identity.id(), moat, watched), random);
      made.add(new PatternLearnerAgent(identity, watched, brain, store, habits(moat, random)));
    }
  }

  /** Pairs drawn from those that the feed has, in the configured order. */
  private List<Pair> watchList(RandomGenerator random) {
    List<Pair> drawn = new ArrayList<>(traded);
    for (int i = drawn.size() - 1; i > 0; i--) {
      Collections.swap(drawn, i, random.nextInt(i + 1));
    }
    List<Pair> chosen =
        drawn.subList(0, Math.min(configuration.learning().watchList(), drawn.size()));
    return traded.stream().filter(chosen::contains).toList();
  }

  private LearnerHabits habits(Moat moat, RandomGenerator random) {
    int minutes = configuration.learning().shareEveryMinutes() * interval.minutes();
    return new LearnerHabits(
        moat,
        MoatAgents.heard(configuration, moat),
        Ticks.of(reactions().learnerConfirming()),
        60L * Ticks.PER_SECOND * (1 + random.nextInt(minutes)),
        60L * Ticks.PER_SECOND * minutes,
        configuration.learning().archiveValue());
  }

  TradingAgent trader() {
    AgentIdentity identity =
        identity("trader", Role.TRADER, Layer.EXECUTION, Ticks.of(reactions().trader()));
    Map<SignalSource, Ledger> made = new EnumMap<>(SignalSource.class);
    for (SignalSource source : SignalSource.values()) {
      made.put(source, ledgers.ledger(source, plan.idPrefix()));
    }
    long idle = Math.max(configuration.trading().nearMissMillis(), interval.seconds() * 1500L);
    TraderSettings settings =
        new TraderSettings(configuration.pairs(), configuration.trading(), idle, this::name);
    return new TradingAgent(identity, settings, made, store);
  }

  private String name(int id) {
    return names.getOrDefault(id, "agent-" + id);
  }

  RiskManagementAgent guardian() {
    AgentIdentity identity =
        identity("guardian", Role.RISK_MANAGER, Layer.RISK, Ticks.of(reactions().riskManager()));
    return new RiskManagementAgent(
        identity,
        configuration.pairs(),
        new GuardianSettings(
            configuration.trading().capital(),
            configuration.risk().maxDrawdownPercent(),
            configuration.risk().onHalt(),
            plan.release()));
  }

  List<MycelialInstigatorAgent> instigators() {
    int count = configuration.council().instigators();
    List<MycelialInstigatorAgent> instigators = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Pair> pairs = new ArrayList<>();
      for (int pair = i; pair < configuration.pairs().size(); pair += count) {
        pairs.add(configuration.pairs().get(pair));
      }
      AgentIdentity identity =
          identity(
              "instigator-" + (i + 1),
              Role.INSTIGATOR,
              Layer.COLLABORATION,
              Ticks.of(reactions().instigator()));
      instigators.add(
          new MycelialInstigatorAgent(identity, pairs, configuration.council(), interval));
    }
    return instigators;
  }

  List<MoatMiner> moatMiners() {
    return MoatAgents.miners(this, configuration);
  }

  List<TechnicalAnalysisAgent> analysts() {
    List<Pair> watched = new ArrayList<>(configuration.analysts().bootstrap());
    configuration.analysts().pairs().stream()
        .filter(pair -> !watched.contains(pair))
        .forEach(watched::add);
    List<TechnicalAnalysisAgent> analysts = new ArrayList<>();
    for (Pair pair : watched) {
      AgentIdentity identity =
          identity(
              "analyst-" + pair,
              Role.TECHNICAL_ANALYST,
              Layer.ANALYSIS,
              Ticks.of(reactions().analyst()));
      analysts.add(new TechnicalAnalysisAgent(identity, pair, configuration.analysts()));
    }
    return analysts;
  }
}
