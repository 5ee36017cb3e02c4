package mycelial.colony;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mycelial.agent.Agent;
import mycelial.agent.builder.BuilderAgent;
import mycelial.agent.council.CouncilCounts;
import mycelial.agent.keeper.MemoryAgent;
import mycelial.agent.learner.PatternLearnerAgent;
import mycelial.agent.trader.CollisionCounts;
import mycelial.agent.trader.Fate;
import mycelial.agent.trader.TradingAgent;
import mycelial.bus.BusStatistics;
import mycelial.learning.Abstention;
import mycelial.learning.Abstentions;
import mycelial.ledger.Ledger;
import mycelial.market.SignalSource;
import mycelial.message.BuildNotice;
import mycelial.storage.MirrorReport;
import org.jspecify.annotations.Nullable;

/** Adds up what a session did. */
final class Results {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Results() {}

  /**
   * What outlives the session.
   *
   * @param start id of the swarm whose memory it started from, or null
   * @param swarm id of the saved swarm, or null
   * @param mirror what became of the copy of its memory
   */
  record Kept(@Nullable String start, @Nullable String swarm, MirrorReport mirror) {
    /** Before the end. */
    static final Kept NOTHING = new Kept(null, null, MirrorReport.OFF);
  }

  static SessionResult of(
      SessionRequest request, Colony colony, SessionFolder folder, double wallSeconds, Kept kept) {
    RunCounters run = colony.counters();
    Roster roster = colony.roster();
    TradingAgent trader = roster.trader();
    CollisionCounts met = trader.collisionCounts();
    return new SessionResult(
        request.id(),
        request.configuration().seed(),
        colony.digest(),
        run.bars(),
        round(wallSeconds),
        round(run.bars() / wallSeconds),
        work(colony),
        redis(colony),
        streams(trader, request.configuration().trading().capital()),
        new SessionResult.Collisions(
            met.matched(), met.conflicts(), met.nearMisses(), met.expired()),
        ideas(trader),
        patterns(roster, run),
        memory(roster, kept),
        council(roster),
        colony.moats(),
        noTrade(trader),
        new SessionResult.Period(time(run.from()), time(run.tradingFrom()), time(run.now())),
        Assumptions.of(request),
        provenance(colony),
        colony.description(),
        state(colony),
        HavenResult.of(request.configuration().risk(), roster),
        agents(run, colony),
        analysts(roster),
        Heritage.of(request.swarm(), colony, kept.swarm()),
        folder.path().resolve("report.txt").toString());
  }

  private static double round(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).doubleValue();
  }

  private static String time(double seconds) {
    return Instant.ofEpochMilli((long) Math.floor(seconds * 1000)).toString();
  }

  static String provenance(Colony colony) {
    return colony.provenance().name().toLowerCase(Locale.ROOT);
  }

  static SessionResult.Patterns patterns(Roster roster, RunCounters run) {
    return new SessionResult.Patterns(
        tried(roster), discovered(roster), roster.councilCounts().proven(), run.archived());
  }

  private static String state(Colony colony) {
    String reason = colony.endReason();
    if (reason == null) {
      return "COMPLETED";
    }
    return reason.equals(Colony.INTERRUPTED) ? "INTERRUPTED" : "STOPPED (" + reason + ")";
  }

  static SessionResult.Work work(Colony colony) {
    Roster roster = colony.roster();
    return new SessionResult.Work(
        roster.agents().stream().mapToLong(Agent::steps).sum(),
        roster.learners().stream().mapToLong(learner -> learner.brain().ruleEvaluations()).sum(),
        colony.busStatistics().messages(),
        colony.counters().instants());
  }

  static SessionResult.Redis redis(Colony colony) {
    BusStatistics bus = colony.busStatistics();
    return new SessionResult.Redis(
        bus.rounds(),
        bus.messages(),
        bus.connections(),
        bus.republishedRounds(),
        bus.foreignMessages(),
        bus.duplicateMessages(),
        bus.malformedMessages(),
        bus.rejectedCommands(),
        colony.desk().relayed());
  }

  static Map<String, SessionResult.StreamResult> streams(TradingAgent trader, BigDecimal capital) {
    Map<String, SessionResult.StreamResult> streams = new LinkedHashMap<>();
    for (SignalSource source : SignalSource.values()) {
      Ledger ledger = trader.ledger(source);
      BigDecimal pnl = ledger.equity().subtract(capital);
      streams.put(
          source.label(),
          new SessionResult.StreamResult(
              ledger.trades(),
              ledger.wins(),
              pnl,
              pnl.multiply(HUNDRED).divide(capital, MathContext.DECIMAL64),
              ledger.realisedPnl(),
              ledger.feesPaid(),
              ledger.maxDrawdownPercent(),
              ledger.positions().size(),
              ledger.cash(),
              ledger.equity()));
    }
    return streams;
  }

  private static SessionResult.Ideas ideas(TradingAgent trader) {
    long mycelial = trader.ideas(SignalSource.MYCELIAL);
    return new SessionResult.Ideas(trader.ideas(SignalSource.BASELINE), mycelial, 0, mycelial);
  }

  static SessionResult.Council council(Roster roster) {
    CouncilCounts counts = roster.councilCounts();
    Abstentions abstentions = new Abstentions();
    roster.learners().forEach(learner -> abstentions.add(learner.brain().abstentions()));
    abstentions.note(Abstention.UNDER_STANDARD, counts.underStandard());
    return new SessionResult.Council(
        counts.applications(),
        counts.licences(),
        counts.refusals(),
        counts.agreements(),
        counts.forcedShares(),
        abstentions.byReason());
  }

  private static long tried(Roster roster) {
    return roster.learners().stream().mapToLong(learner -> learner.brain().tried()).sum();
  }

  private static long discovered(Roster roster) {
    return roster.learners().stream().mapToLong(learner -> learner.brain().discovered()).sum();
  }

  /** What memory did so far. */
  static SessionResult.Memory memory(Roster roster) {
    return memory(roster, Kept.NOTHING);
  }

  private static SessionResult.Memory memory(Roster roster, Kept kept) {
    MemoryAgent keeper = roster.memory();
    return new SessionResult.Memory(
        keeper.speaks() ? "on" : "off",
        kept.start(),
        keeper.recorded(),
        keeper.queries(),
        keeper.lowered(),
        keeper.refused(),
        keeper.warned(),
        roster.learners().stream().mapToLong(PatternLearnerAgent::withheld).sum(),
        roster.councilCounts().withheld(),
        kept.mirror());
  }

  private static Map<String, Map<String, Long>> noTrade(TradingAgent trader) {
    Map<String, Map<String, Long>> reasons = new LinkedHashMap<>();
    trader
        .fates()
        .forEach((source, fates) -> {
          Map<String, Long> counts = new TreeMap<>();
          fates.forEach((fate, count) -> {
            if (fate != Fate.OPENED) {
              counts.put(fate.name(), count);
            }
          });
          reasons.put(source.label(), counts);
        });
    return reasons;
  }

  static SessionResult.Agents agents(RunCounters run, Colony colony) {
    Roster roster = colony.roster();
    List<String> quarantined =
        roster.agents().stream().filter(Agent::isQuarantined).map(Agent::toString).toList();
    return new SessionResult.Agents(
        run.failures(),
        quarantined,
        roster.guardian().halts(),
        colony.droppedMessages(),
        traffic(roster));
  }

  private static Map<String, SessionResult.Traffic> traffic(Roster roster) {
    Map<String, SessionResult.Traffic> traffic = new LinkedHashMap<>();
    for (Agent agent : roster.agents()) {
      traffic.merge(
          agent.identity().role().typeName(),
          new SessionResult.Traffic(1, agent.received(), agent.sent()),
          (one, other) ->
              new SessionResult.Traffic(
                  one.agents() + other.agents(),
                  one.received() + other.received(),
                  one.sent() + other.sent()));
    }
    return traffic;
  }

  private static SessionResult.Analysts analysts(Roster roster) {
    BuilderAgent builder = roster.builder();
    return new SessionResult.Analysts(
        builder.count(BuildNotice.Kind.DEPLOYED),
        builder.count(BuildNotice.Kind.RETIRED),
        builder.count(BuildNotice.Kind.REFUSED),
        roster.analysts().stream().map(analyst -> analyst.pair().name()).toList());
  }
}
