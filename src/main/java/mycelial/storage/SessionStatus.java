package mycelial.storage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import mycelial.metrics.DurationCounts;
import org.jspecify.annotations.Nullable;

/**
 * How a session stands at one moment, in figures that the session's result has too where it has
 * them. Immutable; what is stored is this record as JSON, component names as they stand here. Times
 * are schedule time in seconds since the epoch unless they say otherwise; money is in quote
 * currency and exact.
 *
 * @param identity which session it is and what it plays
 * @param standing how it stands, in words
 * @param clock where it is in time
 * @param streams the ledgers by stream label
 * @param ideas ideas by stream label: baseline and mycelial
 * @param fates what became of ideas, by ledger, then by fate
 * @param collisions how ideas met
 * @param agents agents by type name
 * @param layers agents at work by layer, all layers in their order
 * @param trouble what went wrong among agents
 * @param haven the account against its limits
 * @param patterns rules of all learners
 * @param memory what memory did
 * @param council what became of applications
 * @param explorers the scouts
 * @param moats the five moats
 * @param pairs every pair by name
 * @param bus what was carried
 * @param writer the databases' writer
 * @param work how much was done
 */
public record SessionStatus(
    Identity identity,
    Standing standing,
    Clock clock,
    Map<String, Stream> streams,
    Map<String, Ideas> ideas,
    Map<String, Map<String, Long>> fates,
    Collisions collisions,
    Map<String, AgentType> agents,
    Map<String, Integer> layers,
    Trouble trouble,
    Haven haven,
    Patterns patterns,
    Memory memory,
    Council council,
    List<Explorer> explorers,
    List<Moat> moats,
    Map<String, PairStanding> pairs,
    Bus bus,
    Writer writer,
    Work work) {

  /** The same with another word on how the session stands. */
  public SessionStatus with(Standing other) {
    return new SessionStatus(
        identity,
        other,
        clock,
        streams,
        ideas,
        fates,
        collisions,
        agents,
        layers,
        trouble,
        haven,
        patterns,
        memory,
        council,
        explorers,
        moats,
        pairs,
        bus,
        writer,
        work);
  }

  /**
   * Which session.
   *
   * @param session id
   * @param kind run, replay or train
   * @param seed of every random draw
   * @param provenance synthetic, recorded or live: whether the market is real
   * @param data what is played, in words
   * @param configFingerprint hash of the configuration in force
   * @param build identifies the program
   */
  public record Identity(
      String session,
      String kind,
      long seed,
      String provenance,
      List<String> data,
      String configFingerprint,
      String build) {}

  /**
   * How it stands.
   *
   * @param state RUNNING, DEGRADED (Redis does not answer, or entries are barred everywhere),
   *     HALTED (the account's halt is in force), or how it ended: COMPLETED, INTERRUPTED, STOPPED
   *     or FAILED, the latter two with a reason
   * @param ended whether nothing more will come
   * @param trading whether warming up is over
   * @param halted whether the account's halt is in force
   * @param busAvailable whether Redis answers
   * @param barrier why no position may be opened at all, or null
   * @param barredPairs pairs in which none may be opened, each with the reason
   */
  public record Standing(
      String state,
      boolean ended,
      boolean trading,
      boolean halted,
      boolean busAvailable,
      @Nullable String barrier,
      Map<String, String> barredPairs) {}

  /**
   * Where it is in time.
   *
   * @param from first instant
   * @param tradingFrom when trading begins
   * @param now schedule time
   * @param to last instant
   * @param paced whether instants wait for the wall
   * @param speed schedule seconds a second on the wall, null where nothing waits for the wall
   * @param wallSeconds time on the wall since playing began
   */
  public record Clock(
      double from,
      double tradingFrom,
      double now,
      double to,
      boolean paced,
      @Nullable Double speed,
      double wallSeconds) {}

  /** One ledger; drawdown in percent of the highest marked-to-market equity so far. */
  public record Stream(
      long trades,
      long wins,
      int openPositions,
      BigDecimal pnlAbsolute,
      BigDecimal pnlPct,
      BigDecimal realisedPnl,
      BigDecimal feesPaid,
      BigDecimal drawdownPct,
      BigDecimal maxDrawdownPct,
      BigDecimal cash,
      BigDecimal equity) {}

  /** Ideas heard, and how often they were stated again. */
  public record Ideas(long heard, long restated) {}

  /** How ideas met; expired ones were over without a partner. */
  public record Collisions(long matched, long conflicts, long nearMisses, long expired) {}

  /**
   * Agents of a type.
   *
   * @param alive neither quarantined nor retired
   * @param quarantined left out after failing repeatedly
   * @param retired dismissed
   * @param received messages taken in, of channels and feeds
   * @param sent messages published
   */
  public record AgentType(int alive, int quarantined, int retired, long received, long sent) {}

  /** Times that an agent has thrown, who is left out for it, and messages dropped for flooding. */
  public record Trouble(long failures, List<String> quarantined, long droppedMessages) {}

  /**
   * HAVEN's gauges and counts; percentages.
   *
   * @param inForce whether it governs
   * @param drill whether a fire drill is held: then no figure says anything about trading
   * @param drawdownPct account's fall from the peak that halts are measured from
   * @param haltPct the fall at which it halts
   * @param sessionDrawdownPct account's fall from its highest equity
   * @param shutdownPct the fall at which the session ends
   * @param leadingFamily the family that leads the largest share of its learners now, empty if none
   * @param leadingShare that share as count of learners led, of learners that watch its pair, and
   *     percent
   * @param brakePct share at which no further learner may take a family in
   * @param quarantinePct share at which a family is taken from all
   * @param maxContagionPct largest share so far
   * @param reducedPairs pairs traded smaller or not at all, each with how it is
   * @param halts risk halts
   * @param quarantines families quarantined
   * @param brakes families braked
   * @param probations falls of a pair to half size or a quarter
   * @param hibernations falls of a pair to no size
   * @param refusedEntries positions that the account did not open for HAVEN's sake
   */
  public record Haven(
      boolean inForce,
      boolean drill,
      BigDecimal drawdownPct,
      BigDecimal haltPct,
      BigDecimal sessionDrawdownPct,
      BigDecimal shutdownPct,
      String leadingFamily,
      Share leadingShare,
      double brakePct,
      double quarantinePct,
      double maxContagionPct,
      Map<String, String> reducedPairs,
      long halts,
      long quarantines,
      long brakes,
      long probations,
      long hibernations,
      long refusedEntries) {}

  /** Learners led of those that could be; percent. */
  public record Share(int led, int susceptible, double percent) {}

  /** Rules living and licensed now; ever tried, licensed, proven and archived. */
  public record Patterns(
      long alive, long licensed, long tried, long discovered, long proven, long archived) {}

  /** What memory did; mode on, or off: then it records only. */
  public record Memory(
      String mode,
      long recorded,
      long queries,
      long lowered,
      long refused,
      long warnings,
      long withheldVotes,
      long withheldIdeas) {}

  /** What the council did; noVote by reason, one for each rule and bar. */
  public record Council(
      long applications,
      long licences,
      long refusals,
      long agreements,
      long forcedShares,
      Map<String, Long> noVote) {}

  /** A scout and how many proposals it has made; what they say is among the messages. */
  public record Explorer(String agent, long proposals) {}

  /**
   * A moat.
   *
   * @param moat its name
   * @param state LIVE, RECORDED or SIMULATED; MISSING when none of its targets has a signal
   * @param source where signals come from, or why there are none
   * @param signals announced; bars for Finance
   * @param freshSeconds age of its newest reading, null without one
   * @param channels those listened to
   * @param missing channels without a signal, each with the reason
   * @param readings the newest of each channel and field
   */
  public record Moat(
      String moat,
      String state,
      String source,
      long signals,
      @Nullable Long freshSeconds,
      List<String> channels,
      Map<String, String> missing,
      List<Reading> readings) {}

  /** A field's newest value, its rank from 0 to 1 or null, when it happened (ISO-8601), its age. */
  public record Reading(
      String channel,
      String field,
      double value,
      @Nullable Double level,
      String eventTime,
      long ageSeconds,
      long signals) {}

  /**
   * A pair's market data.
   *
   * @param bars closed bars announced
   * @param lastBarEnd end of the newest, null before the first
   * @param ageSeconds time since then, null before the first
   * @param close its close, null before the first
   */
  public record PairStanding(
      long bars, @Nullable Long lastBarEnd, @Nullable Double ageSeconds, @Nullable Double close) {}

  /**
   * The bus.
   *
   * @param topics what was delivered, by topic
   * @param roundSeconds how long rounds took
   */
  public record Bus(
      long rounds,
      long messages,
      int connections,
      long republishedRounds,
      long foreignMessages,
      long duplicateMessages,
      long malformedMessages,
      long rejectedCommands,
      long commands,
      Map<String, Load> topics,
      DurationCounts roundSeconds) {}

  /** Messages, and bytes of their bodies. */
  public record Load(long messages, long bytes) {}

  /**
   * The writer.
   *
   * @param records records committed
   * @param transactions transactions committed
   * @param queued records that wait
   * @param transactionSeconds from the beginning of a transaction to its commit
   */
  public record Writer(
      long records, long transactions, int queued, DurationCounts transactionSeconds) {}

  /** How much was done. */
  public record Work(long bars, long instants, long agentSteps, long ruleEvaluations) {}
}
