package mycelial.colony;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mycelial.agent.Agent;
import mycelial.agent.analyst.TechnicalAnalysisAgent;
import mycelial.agent.builder.BuilderAgent;
import mycelial.agent.council.CouncilCounts;
import mycelial.agent.council.MycelialInstigatorAgent;
import mycelial.agent.guardian.RiskManagementAgent;
import mycelial.agent.keeper.MemoryAgent;
import mycelial.agent.learner.PatternLearnerAgent;
import mycelial.agent.miner.DataMinerAgent;
import mycelial.agent.miner.MoatMiner;
import mycelial.agent.trader.TradingAgent;
import mycelial.market.Pair;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Every agent of a colony, in the order of their ids. Analysts come while it runs and stay in the
 * list when they have retired, so that totals keep counting them. Changed by the thread that owns
 * the model; any thread may walk the lists, and sees them as they were when it began.
 */
public final class Roster {
  private final CopyOnWriteArrayList<Agent> agents;
  private final RosterDesk desk;
  private final Map<Pair, DataMinerAgent> miners = new TreeMap<>();
  private final List<PatternLearnerAgent> learners;
  private final List<MoatMiner> moatMiners;
  private final TradingAgent trader;
  private final RiskManagementAgent guardian;
  private final BuilderAgent builder;

  private Roster(List<Agent> agents, RosterDesk desk) {
    this.agents = new CopyOnWriteArrayList<>(agents);
    this.desk = desk;
    this.trader = only(TradingAgent.class);
    this.guardian = only(RiskManagementAgent.class);
    this.builder = only(BuilderAgent.class);
    all(DataMinerAgent.class).forEach(miner -> miners.put(miner.pair(), miner));
    this.moatMiners = all(MoatMiner.class);
    this.learners = all(PatternLearnerAgent.class);
  }

  private <T extends Agent> List<T> all(Class<T> type) {
    return agents.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private <T extends Agent> T only(Class<T> type) {
    return all(type).getFirst();
  }

  static Roster build(AgentFactory factory) {
    RosterDesk desk = new RosterDesk(factory);
    ProspectingFactory prospecting = factory.prospecting();
    List<Agent> agents = new ArrayList<>();
    agents.addAll(factory.miners());
    agents.addAll(factory.learners());
    agents.add(factory.trader());
    agents.add(factory.guardian());
    agents.add(prospecting.builder(desk));
    agents.addAll(factory.moatMiners());
    agents.addAll(prospecting.explorers());
    CouncilFactory council = factory.council();
    agents.addAll(council.instigators());
    agents.addAll(council.researchers());
    agents.add(factory.memory());
    agents.addAll(factory.analysts());
    return new Roster(agents, desk);
  }

  /** Takes in an agent that has the next id. */
  void add(Agent agent) {
    agents.add(agent);
  }

  /** Where the builder has analysts hired. */
  RosterDesk desk() {
    return desk;
  }

  /** All agents, by id, those that have retired among them; a live view. */
  public List<Agent> agents() {
    return Collections.unmodifiableList(agents);
  }

  /** The name of whoever publishes under an id. */
  String nameOf(int source) {
    if (source > 0 && source <= agents.size()) {
      return agents.get(source - 1).identity().name(); // ids are dense, from 1
    }
    return source == OperatorDesk.ID ? "operator-desk" : "agent-" + source;
  }

  /** Every channel that some agent reads or miners write, each once. */
  List<Channel> channels() {
    Set<Channel> channels = new LinkedHashSet<>();
    agents.forEach(agent -> channels.addAll(agent.subscriptions()));
    miners.keySet().forEach(pair -> channels.add(Channel.marketData(pair)));
    moatMiners.forEach(miner -> channels.addAll(miner.channels()));
    return List.copyOf(channels);
  }

  @Nullable DataMinerAgent miner(Pair pair) {
    return miners.get(pair);
  }

  /** The miners of pairs, by pair. */
  Collection<DataMinerAgent> miners() {
    return Collections.unmodifiableCollection(miners.values());
  }

  /** The miners of the four moats beside Finance, by id. */
  public List<MoatMiner> moatMiners() {
    return moatMiners;
  }

  /** The learners, by id. */
  public List<PatternLearnerAgent> learners() {
    return learners;
  }

  /** The analysts at work now, by id. */
  public List<TechnicalAnalysisAgent> analysts() {
    return all(TechnicalAnalysisAgent.class).stream()
        .filter(analyst -> !analyst.isRetired())
        .toList();
  }

  /** What all instigators together have done. */
  public CouncilCounts councilCounts() {
    return all(MycelialInstigatorAgent.class).stream()
        .map(MycelialInstigatorAgent::counts)
        .reduce(CouncilCounts.NONE, CouncilCounts::plus);
  }

  /** The trader. */
  public TradingAgent trader() {
    return trader;
  }

  /** The guardian of the account. */
  public RiskManagementAgent guardian() {
    return guardian;
  }

  /** The builder. */
  public BuilderAgent builder() {
    return builder;
  }

  /** The memory. */
  public MemoryAgent memory() {
    return agents.stream()
        .filter(MemoryAgent.class::isInstance)
        .map(MemoryAgent.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Adds what has been learned and where the ledgers stand to the digest. */
  void describe(RunDigest.Lines digest) {
    learners.forEach(learner -> digest.line("learner", learner.brain().stateLine()));
    for (SignalSource source : SignalSource.values()) {
      var ledger = trader.ledger(source);
      digest.line(
          "ledger",
          source,
          ledger.cash().toPlainString(),
          ledger.realisedPnl().toPlainString(),
          ledger.feesPaid().toPlainString(),
          ledger.equity().toPlainString());
    }
  }
}
