package mycelial.colony;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a session did: the object that {@code run} and {@code replay} print. Component names are the
 * member names that scripts rely on.
 *
 * @param session id
 * @param seed of every random draw
 * @param digest over trades, patterns and ledgers, 64 hexadecimal digits
 * @param bars closed bars announced
 * @param wallSeconds time on the wall, seconds
 * @param barsPerSecond bars / wallSeconds
 * @param work how much was done
 * @param redis the bus
 * @param streams the ledgers by name
 * @param collisions how ideas met
 * @param ideas ideas heard, restatements not counted
 * @param patterns what was learned
 * @param moats what was known of the five moats at the end
 * @param noTrade why ideas did not become trades: ledger, then reason, then count
 * @param period when, ISO-8601
 * @param assumptions costs and rules behind every figure
 * @param provenance real or synthetic
 * @param data what was played, in words; planted effects are listed
 * @param state COMPLETED, INTERRUPTED, STOPPED, or FAILED with a reason
 * @param agents quarantined agents and risk halts
 * @param report file with the same in words
 */
public record SessionResult(
    String session,
    long seed,
    String digest,
    long bars,
    double wallSeconds,
    double barsPerSecond,
    Work work,
    Redis redis,
    Map<String, StreamResult> streams,
    Collisions collisions,
    Ideas ideas,
    Patterns patterns,
    List<MoatReport> moats,
    Map<String, Map<String, Long>> noTrade,
    Period period,
    Map<String, String> assumptions,
    String provenance,
    List<String> data,
    String state,
    Agents agents,
    String report) {

  /** Steps of agents, evaluations of rules, messages delivered, instants of the schedule. */
  public record Work(long agentSteps, long ruleEvaluations, long messages, long instants) {}

  /** Counters of the bus. */
  public record Redis(
      long rounds,
      long messages,
      int connections,
      long republishedRounds,
      long foreignMessages,
      long duplicateMessages,
      long malformedMessages,
      long rejectedCommands,
      long commands) {}

  /**
   * One ledger; money in quote currency, exact. Drawdown is of marked-to-market equity, percent of
   * its peak.
   */
  public record StreamResult(
      long trades,
      long wins,
      BigDecimal pnlAbsolute,
      BigDecimal pnlPct,
      BigDecimal realisedPnl,
      BigDecimal feesPaid,
      BigDecimal maxDrawdownPct,
      int openPositions,
      BigDecimal cash,
      BigDecimal equity) {}

  /** How ideas met. */
  public record Collisions(long matched, long conflicts, long nearMisses, long expired) {}

  /** Ideas by stream, and mycelial ones by grade. */
  public record Ideas(long baseline, long mycelial, long proven, long exploratory) {}

  /** Rules that were licensed, proven, archived. */
  public record Patterns(long discovered, long proven, long archived) {}

  /** First instant, begin of trading, last instant: ISO-8601. */
  public record Period(String from, String tradingFrom, String to) {}

  /** Trouble among agents. */
  public record Agents(long failures, List<String> quarantined, long riskHalts) {}
}
