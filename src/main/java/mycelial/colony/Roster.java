package mycelial.colony;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mycelial.agent.Agent;
import mycelial.agent.analyst.TechnicalAnalysisAgent;
import mycelial.agent.guardian.RiskManagementAgent;
import mycelial.agent.learner.PatternLearnerAgent;
import mycelial.agent.miner.DataMinerAgent;
import mycelial.agent.miner.MoatMiner;
import mycelial.agent.trader.TradingAgent;
import mycelial.market.Pair;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
import org.jspecify.annotations.Nullable;

/** Every agent of a colony, in the order of their ids. */
public final class Roster {
  private final List<Agent> agents;
  private final Map<Pair, DataMinerAgent> miners = new TreeMap<>();
  private final List<MoatMiner> moatMiners = new ArrayList<>();
  private final List<PatternLearnerAgent> learners = new ArrayList<>();
  private final List<TechnicalAnalysisAgent> analysts = new ArrayList<>();
  private final TradingAgent trader;
  private final RiskManagementAgent guardian;

  private Roster(List<Agent> agents, TradingAgent trader, RiskManagementAgent guardian) {
    this.agents = List.copyOf(agents);
    this.trader = trader;
    this.guardian = guardian;
    for (Agent agent : agents) {
      switch (agent) {
        case DataMinerAgent miner -> miners.put(miner.pair(), miner);
        case MoatMiner miner -> moatMiners.add(miner);
        case PatternLearnerAgent learner -> learners.add(learner);
        case TechnicalAnalysisAgent analyst -> analysts.add(analyst);
        default -> {
          // The others are asked for by name or not at all.
        }
      }
    }
  }

  static Roster build(AgentFactory factory) {
    List<Agent> agents = new ArrayList<>();
    agents.addAll(factory.miners());
    agents.addAll(factory.learners());
    TradingAgent trader = factory.trader();
    agents.add(trader);
    RiskManagementAgent guardian = factory.guardian();
    agents.add(guardian);
    agents.addAll(factory.instigators());
    agents.addAll(factory.moatMiners());
    agents.addAll(factory.analysts());
    return new Roster(agents, trader, guardian);
  }

  /** All agents, by id. */
  public List<Agent> agents() {
    return agents;
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

  /** The analysts, by id. */
  public List<TechnicalAnalysisAgent> analysts() {
    return analysts;
  }

  /** The trader. */
  public TradingAgent trader() {
    return trader;
  }

  /** The guardian of the account. */
  public RiskManagementAgent guardian() {
    return guardian;
  }

  /** Adds what has been learned and where the ledgers stand to the digest. */
  void describe(RunDigest digest) {
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
