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
import mycelial.agent.guardian.GuardianSettings;
import mycelial.agent.guardian.RiskManagementAgent;
import mycelial.agent.keeper.MemoryAgent;
import mycelial.agent.learner.Discipline;
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
import mycelial.learning.LearnerState;
import mycelial.ledger.Ledger;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.market.SignalSource;
import mycelial.message.Role;
import org.jspecify.annotations.Nullable;

/** Makes the agents of a colony, giving out ids and orderings. */
final class AgentFactory {
  /** Learners react in multiples of a quarter second. */
  private static final int QUARTERS = 4;

  private static final int QUARTER = Ticks.PER_SECOND / QUARTERS;

  /** A learner tells of a new kind of leading rule at most once in so many bars. */
  private static final int ANNOUNCE_EVERY_BARS = 15;

  /** A learner that has let so many shares pass is led by nothing. */
  private static final int FORGET_SHARES = 2;

  private final ColonyPlan plan;
  private final Configuration configuration;
  private final long seed;
  private final Interval interval;
  private final List<Pair> traded;
  private final RunDigest store;
  private final LedgerFactory ledgers;
  private final Inheritance inheritance;
  private final Map<Integer, String> names = new TreeMap<>();
  private final Map<Pair, Integer> analysts = new TreeMap<>();
  private final Map<Layer, Integer> counts = new EnumMap<>(Layer.class);
  private final Map<Integer, List<Pair>> watchLists = new TreeMap<>();
  private final Drill drill;

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
    this.inheritance = new Inheritance(plan.start(), interval);
    this.drill = new Drill(configuration.risk().adversary(), seed);
  }

  /** The configured pairs that the market has, in the configured order. */
  List<Pair> traded() {
    return traded;
  }

  /** The identity of the next agent. */
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
    List<Pair> analysed = new ArrayList<>(configuration.analysts().bootstrap());
    analysed.addAll(configuration.analysts().pairs());
    drill.plant(analysed, plan.warmUpSeconds() * Ticks.PER_SECOND, interval);
    return made;
  }

  private void learners(Moat moat, int count, List<PatternLearnerAgent> made) {
    for (int i = 1; i <= count; i++) {
      String name =
          String.format(Locale.ROOT, "learner-%s-%02d", moat.label().toLowerCase(Locale.ROOT), i);
      RandomGenerator random = Seeds.generator(seed, names.size() + 1);
      AgentIdentity identity =
          identity(name, Role.PATTERN_LEARNER, Layer.LEARNING, reactionTicks(random));
      LearnerState known = inheritance.learner(name);
      List<Pair> watched = watchList(known, random);
      Brain brain = new Brain(ledgers.brainSettings(identity.id(), moat, watched), random, known);
      watchLists.put(identity.id(), watched);
      LearnerHabits habits = habits(moat, random, discipline(identity.id(), watched));
      made.add(new PatternLearnerAgent(identity, watched, brain, store, habits));
    }
  }

  /**
   * A reaction time drawn in quarter seconds, then moved to the nearest of the fastest and whole
   * seconds more, at most the slowest: learners that act together share a round.
   */
  private long reactionTicks(RandomGenerator random) {
    int least = (int) Ticks.of(reactions().learnerMinimum()) / QUARTER;
    int most = (int) Ticks.of(reactions().learnerMaximum()) / QUARTER;
    int drawn = random.nextInt(least, most + 1) - least;
    int seconds = (drawn + QUARTERS / 2) / QUARTERS;
    return (long) Math.min(most, least + QUARTERS * seconds) * QUARTER;
  }

  /** Pairs drawn from those that the feed has, in the configured order. */
  private List<Pair> watchList(@Nullable LearnerState known, RandomGenerator random) {
    if (known != null) {
      return Inheritance.watchList(known, traded, configuration.learning().watchList(), random);
    }
    List<Pair> drawn = new ArrayList<>(traded);
    for (int i = drawn.size() - 1; i > 0; i--) {
      Collections.swap(drawn, i, random.nextInt(i + 1));
    }
    List<Pair> chosen =
        drawn.subList(0, Math.min(configuration.learning().watchList(), drawn.size()));
    return traded.stream().filter(chosen::contains).toList();
  }

  private Discipline discipline(int learner, List<Pair> watched) {
    return new Discipline(
        barTicks() * ANNOUNCE_EVERY_BARS,
        60L * configuration.risk().contagion().quarantineMinutes(),
        drill.part(learner, watched));
  }

  private long barTicks() {
    return (long) interval.seconds() * Ticks.PER_SECOND;
  }

  private LearnerHabits habits(Moat moat, RandomGenerator random, Discipline discipline) {
    int minutes = configuration.learning().shareEveryMinutes() * interval.minutes();
    return new LearnerHabits(
        moat,
        MoatAgents.heard(configuration, moat),
        Ticks.of(reactions().learnerConfirming()),
        60L * Ticks.PER_SECOND * (1 + random.nextInt(minutes)),
        60L * Ticks.PER_SECOND * minutes,
        configuration.learning().archiveValue(),
        discipline);
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
        new TraderSettings(
            configuration.pairs(),
            configuration.trading(),
            idle,
            configuration.risk().compliance().restrictedPairs(),
            !plan.ports().isLive(),
            this::name);
    return new TradingAgent(identity, settings, made, store);
  }

  /** The name of an agent by its id. */
  String name(int id) {
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
            ledgers.positionSize(),
            configuration.risk(),
            plan.release(),
            watchLists,
            FORGET_SHARES
                * configuration.learning().shareEveryMinutes()
                * (double) interval.seconds()));
  }

  CouncilFactory council() {
    return new CouncilFactory(configuration, interval, seed, ledgers, this::identity);
  }

  MemoryAgent memory() {
    AgentIdentity identity =
        identity("memory", Role.MEMORY, Layer.MEMORY, Ticks.of(reactions().memory()));
    return KeeperFactory.memory(identity, configuration.memory(), inheritance.memory());
  }

  List<MoatMiner> moatMiners() {
    return MoatAgents.miners(this, configuration);
  }

  List<TechnicalAnalysisAgent> analysts() {
    List<Pair> watched = new ArrayList<>(configuration.analysts().bootstrap());
    configuration.analysts().pairs().stream()
        .filter(pair -> !watched.contains(pair))
        .forEach(watched::add);
    return watched.stream().map(this::analyst).toList();
  }

  /** One more analyst of a pair; the second and later ones of a pair are numbered. */
  TechnicalAnalysisAgent analyst(Pair pair) {
    int number = analysts.merge(pair, 1, Integer::sum);
    AgentIdentity identity =
        identity(
            "analyst-" + pair + (number == 1 ? "" : "-" + number),
            Role.TECHNICAL_ANALYST,
            Layer.ANALYSIS,
            Ticks.of(reactions().analyst()));
    return new TechnicalAnalysisAgent(identity, pair, configuration.analysts());
  }

  /** Makes the explorers and the builder, in the order in which it is asked. */
  ProspectingFactory prospecting() {
    return new ProspectingFactory(this, configuration, interval, traded);
  }
}
