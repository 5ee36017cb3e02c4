package mycelial.colony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.agent.Agent;
import mycelial.agent.Layer;
import mycelial.agent.explorer.MarketExplorerAgent;
import mycelial.agent.guardian.HavenGauges;
import mycelial.agent.miner.DataMinerAgent;
import mycelial.agent.trader.CollisionCounts;
import mycelial.agent.trader.TradingAgent;
import mycelial.bus.BusTraffic;
import mycelial.market.Bar;
import mycelial.market.SignalSource;
import mycelial.risk.Contagion;
import mycelial.storage.SessionStatus;
import mycelial.storage.WriterStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Says how a session stands. It only looks, so that a session goes the same whether anybody asks or
 * not; the figures are those of {@link Results}. Used by the thread that owns the model.
 */
final class StatusBoard {
  private StatusBoard() {}

  /** What the colony itself does not know. */
  record Outside(double wallSeconds, boolean busAvailable, WriterStatistics writer) {}

  /**
   * How a session stands.
   *
   * @param end how it ended, or null while it is going
   */
  static SessionStatus of(
      SessionRequest request, Colony colony, Outside outside, @Nullable String end) {
    RunCounters run = colony.counters();
    Roster roster = colony.roster();
    TradingAgent trader = roster.trader();
    CollisionCounts met = trader.collisionCounts();
    SessionResult.Work work = Results.work(colony);
    return new SessionStatus(
        identity(request, colony),
        standing(colony, outside, end),
        clock(request.pacer(), run, outside),
        streams(Results.streams(trader, request.configuration().trading().capital()), trader),
        ideas(trader),
        fates(trader),
        new SessionStatus.Collisions(
            met.matched(), met.conflicts(), met.nearMisses(), met.expired()),
        agents(roster),
        layers(roster),
        trouble(Results.agents(run, colony)),
        haven(HavenResult.of(request.configuration().risk(), roster), roster, run.now()),
        patterns(roster, run),
        memory(Results.memory(roster)),
        council(Results.council(roster)),
        explorers(roster),
        colony.moats().stream().map(StatusBoard::moat).toList(),
        pairs(roster, run.now()),
        bus(Results.redis(colony), colony.busTraffic()),
        writer(outside.writer()),
        new SessionStatus.Work(
            run.bars(), run.instants(), work.agentSteps(), work.ruleEvaluations()));
  }

  private static SessionStatus.Identity identity(SessionRequest request, Colony colony) {
    return new SessionStatus.Identity(
        request.id(),
        request.kind().label(),
        request.configuration().seed(),
        Results.provenance(colony),
        colony.description(),
        request.configuration().fingerprint(),
        request.build());
  }

  private static SessionStatus.Standing standing(
      Colony colony, Outside outside, @Nullable String end) {
    boolean halted = colony.roster().trader().isHalted();
    String barrier = colony.barrier();
    boolean degraded = barrier != null || !outside.busAvailable();
    String state = degraded ? "DEGRADED" : halted ? "HALTED" : "RUNNING";
    RunCounters run = colony.counters();
    return new SessionStatus.Standing(
        end == null ? state : end,
        end != null,
        run.now() >= run.tradingFrom(),
        halted,
        outside.busAvailable(),
        barrier,
        colony.barredPairs());
  }

  private static SessionStatus.Clock clock(Pacer pacer, RunCounters run, Outside outside) {
    double speed = pacer.speed();
    return new SessionStatus.Clock(
        run.from(),
        run.tradingFrom(),
        run.now(),
        run.to(),
        pacer.isBoundToTheWall(),
        Double.isInfinite(speed) ? null : speed,
        outside.wallSeconds());
  }

  private static Map<String, SessionStatus.Stream> streams(
      Map<String, SessionResult.StreamResult> results, TradingAgent trader) {
    Map<String, SessionStatus.Stream> streams = new LinkedHashMap<>();
    for (SignalSource source : SignalSource.values()) {
      SessionResult.StreamResult result = results.get(source.label());
      if (result != null) {
        streams.put(
            source.label(),
            new SessionStatus.Stream(
                result.trades(),
                result.wins(),
                result.openPositions(),
                result.pnlAbsolute(),
                result.pnlPct(),
                result.realisedPnl(),
                result.feesPaid(),
                trader.ledger(source).drawdownPercent(),
                result.maxDrawdownPct(),
                result.cash(),
                result.equity()));
      }
    }
    return streams;
  }

  private static Map<String, SessionStatus.Ideas> ideas(TradingAgent trader) {
    Map<String, SessionStatus.Ideas> ideas = new LinkedHashMap<>();
    for (SignalSource source : List.of(SignalSource.BASELINE, SignalSource.MYCELIAL)) {
      ideas.put(
          source.label(),
          new SessionStatus.Ideas(trader.ideas(source), trader.restatements(source)));
    }
    return ideas;
  }

  private static Map<String, Map<String, Long>> fates(TradingAgent trader) {
    Map<String, Map<String, Long>> fates = new LinkedHashMap<>();
    trader
        .fates()
        .forEach((source, counts) -> {
          Map<String, Long> named = new TreeMap<>();
          counts.forEach((fate, count) -> named.put(fate.name(), count));
          fates.put(source.label(), named);
        });
    return fates;
  }

  private static Map<String, SessionStatus.AgentType> agents(Roster roster) {
    Map<String, SessionStatus.AgentType> types = new LinkedHashMap<>();
    for (Agent agent : roster.agents()) {
      boolean left = agent.isQuarantined();
      boolean retired = agent.isRetired() && !left;
      types.merge(
          agent.identity().role().typeName(),
          new SessionStatus.AgentType(
              left || retired ? 0 : 1,
              left ? 1 : 0,
              retired ? 1 : 0,
              agent.received(),
              agent.sent()),
          (one, other) ->
              new SessionStatus.AgentType(
                  one.alive() + other.alive(),
                  one.quarantined() + other.quarantined(),
                  one.retired() + other.retired(),
                  one.received() + other.received(),
                  one.sent() + other.sent()));
    }
    return types;
  }

  private static Map<String, Integer> layers(Roster roster) {
    Map<String, Integer> layers = new LinkedHashMap<>();
    for (Layer layer : Layer.values()) {
      layers.put(layer.name(), 0);
    }
    for (Agent agent : roster.agents()) {
      if (!agent.isQuarantined() && !agent.isRetired()) {
        layers.merge(agent.identity().layer().name(), 1, Integer::sum);
      }
    }
    return layers;
  }

  private static SessionStatus.Trouble trouble(SessionResult.Agents agents) {
    return new SessionStatus.Trouble(
        agents.failures(), agents.quarantined(), agents.droppedMessages());
  }

  private static SessionStatus.Haven haven(SessionResult.Haven done, Roster roster, double now) {
    HavenGauges gauges = roster.guardian().gauges(now);
    Contagion.Share leading = gauges.leading();
    return new SessionStatus.Haven(
        done.inForce(),
        done.drill(),
        gauges.drawdownPercent(),
        gauges.haltPercent(),
        gauges.sessionDrawdownPercent(),
        gauges.shutdownPercent(),
        leading == null ? "" : leading.family(),
        leading == null
            ? new SessionStatus.Share(0, 0, 0)
            : new SessionStatus.Share(leading.led(), leading.susceptible(), leading.percent()),
        gauges.brakePercent(),
        gauges.quarantinePercent(),
        done.maxContagionPercent(),
        gauges.reducedPairs(),
        done.halts(),
        done.quarantines(),
        done.brakes(),
        done.probations(),
        done.hibernated(),
        done.refusedEntries());
  }

  private static SessionStatus.Patterns patterns(Roster roster, RunCounters run) {
    SessionResult.Patterns result = Results.patterns(roster, run);
    return new SessionStatus.Patterns(
        roster.learners().stream().mapToLong(learner -> learner.brain().living()).sum(),
        roster.learners().stream().mapToLong(learner -> learner.brain().licensed()).sum(),
        result.tried(),
        result.discovered(),
        result.proven(),
        result.archived());
  }

  private static SessionStatus.Memory memory(SessionResult.Memory memory) {
    return new SessionStatus.Memory(
        memory.mode(),
        memory.recorded(),
        memory.queries(),
        memory.lowered(),
        memory.refused(),
        memory.warnings(),
        memory.withheldVotes(),
        memory.withheldIdeas());
  }

  private static SessionStatus.Council council(SessionResult.Council council) {
    return new SessionStatus.Council(
        council.applications(),
        council.licences(),
        council.refusals(),
        council.agreements(),
        council.forcedShares(),
        council.noVote());
  }

  private static List<SessionStatus.Explorer> explorers(Roster roster) {
    List<SessionStatus.Explorer> explorers = new ArrayList<>();
    for (Agent agent : roster.agents()) {
      if (agent instanceof MarketExplorerAgent explorer) {
        explorers.add(new SessionStatus.Explorer(explorer.identity().name(), explorer.proposals()));
      }
    }
    return explorers;
  }

  private static SessionStatus.Moat moat(MoatReport report) {
    Long fresh = null;
    List<SessionStatus.Reading> readings = new ArrayList<>();
    for (MoatReport.Reading reading : report.readings()) {
      fresh = fresh == null ? reading.ageSeconds() : Math.min(fresh, reading.ageSeconds());
      readings.add(
          new SessionStatus.Reading(
              reading.channel(),
              reading.field(),
              reading.value(),
              reading.level(),
              reading.eventTime(),
              reading.ageSeconds(),
              reading.signals()));
    }
    return new SessionStatus.Moat(
        report.moat(),
        report.provenance(),
        report.source(),
        report.signals(),
        fresh,
        report.targets(),
        report.missing(),
        readings);
  }

  private static Map<String, SessionStatus.PairStanding> pairs(Roster roster, double now) {
    Map<String, SessionStatus.PairStanding> pairs = new LinkedHashMap<>();
    for (DataMinerAgent miner : roster.miners()) {
      Bar newest = miner.newest();
      pairs.put(
          miner.pair().name(),
          newest == null
              ? new SessionStatus.PairStanding(miner.bars(), null, null, null)
              : new SessionStatus.PairStanding(
                  miner.bars(), newest.end(), now - newest.end(), newest.close()));
    }
    return pairs;
  }

  private static SessionStatus.Bus bus(SessionResult.Redis bus, BusTraffic traffic) {
    Map<String, SessionStatus.Load> topics = new LinkedHashMap<>();
    traffic
        .topics()
        .forEach((topic, load) ->
            topics.put(topic.name(), new SessionStatus.Load(load.messages(), load.bytes())));
    return new SessionStatus.Bus(
        bus.rounds(),
        bus.messages(),
        bus.connections(),
        bus.republishedRounds(),
        bus.foreignMessages(),
        bus.duplicateMessages(),
        bus.malformedMessages(),
        bus.rejectedCommands(),
        bus.commands(),
        topics,
        traffic.rounds());
  }

  private static SessionStatus.Writer writer(WriterStatistics writer) {
    return new SessionStatus.Writer(
        writer.rows(), writer.batches(), writer.queued(), writer.latencies());
  }
}
