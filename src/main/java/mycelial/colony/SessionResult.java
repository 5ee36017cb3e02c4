package mycelial.colony;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import mycelial.storage.MirrorReport;
import org.jspecify.annotations.Nullable;

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
 * @param memory what was remembered and asked
 * @param council what became of the swarm's applications and agreements
 * @param moats what was known of the five moats at the end
 * @param noTrade why ideas did not become trades: ledger, then reason, then count
 * @param period when, ISO-8601
 * @param assumptions costs and rules behind every figure
 * @param provenance real or synthetic
 * @param data what was played, in words; planted effects are listed
 * @param state COMPLETED, INTERRUPTED, STOPPED, or FAILED with a reason
 * @param haven what governing the account did
 * @param agents quarantined agents and risk halts
 * @param analysts what the builder did
 * @param swarm what learners and memory started from and what was saved of them
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
    Memory memory,
    Council council,
    List<MoatReport> moats,
    Map<String, Map<String, Long>> noTrade,
    Period period,
    Map<String, String> assumptions,
    String provenance,
    List<String> data,
    String state,
    Haven haven,
    Agents agents,
    Analysts analysts,
    Swarm swarm,
    String report) {

  /**
   * Saved swarms.
   *
   * @param start id of the one that the session started from, or null for none
   * @param end id of what it has learned, or null where that was not saved
   * @param rulesTaken rules taken over
   * @param rulesLeft rules left out, because they look at pairs that the market does not have
   * @param notes what must be known of the start to read the figures
   */
  public record Swarm(
      @Nullable String start,
      @Nullable String end,
      long rulesTaken,
      long rulesLeft,
      List<String> notes) {}

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

  /** Rules that were ever tried, licensed, proven, archived. */
  public record Patterns(long tried, long discovered, long proven, long archived) {}

  /**
   * What memory did.
   *
   * @param mode on, or off: then it records only
   * @param start id of the saved swarm whose memory the session started from, or null for an empty
   *     one
   * @param recorded closed trades taken in
   * @param queries questions answered about licences
   * @param lowered answers that lowered a value
   * @param refused answers that refused a licence
   * @param warnings warnings of states published, those that take something back among them
   * @param withheldVotes votes that did not count because of a warning
   * @param withheldIdeas agreements of learners that would have been without them, restatements not
   *     counted
   * @param chroma what became of the copy on a vector server
   */
  public record Memory(
      String mode,
      @Nullable String start,
      long recorded,
      long queries,
      long lowered,
      long refused,
      long warnings,
      long withheldVotes,
      long withheldIdeas,
      MirrorReport chroma) {}

  /**
   * Applications for licences (renewals among them) and what became of them, agreements under the
   * Rule of 3 (restatements among them), exchanges of rules that were ordered; and, by reason, how
   * often a rule fired and brought no vote that counts, one for each rule and bar.
   */
  public record Council(
      long applications,
      long licences,
      long refusals,
      long agreements,
      long forcedShares,
      Map<String, Long> noVote) {}

  /** First instant, begin of trading, last instant: ISO-8601. */
  public record Period(String from, String tradingFrom, String to) {}

  /**
   * What the builder did: announcements by kind, those at the start included, and the pairs that
   * have an analyst at the end.
   */
  public record Analysts(long deployed, long retired, long refused, List<String> pairs) {
    /** Copies the list. */
    public Analysts {
      pairs = List.copyOf(pairs);
    }
  }

  /** Trouble among agents, and what each type of agent has taken in and said. */
  public record Agents(
      long failures,
      List<String> quarantined,
      long riskHalts,
      long droppedMessages,
      Map<String, Traffic> traffic) {}

  /** Messages of all agents of a type: taken in (of channels and feeds) and published. */
  public record Traffic(int agents, long received, long sent) {}

  /**
   * What HAVEN did to the account.
   *
   * @param inForce whether it governed at all
   * @param drill whether a fire drill was held: then no figure says anything about trading
   * @param halts risk halts
   * @param quarantines families of patterns quarantined
   * @param brakes families that no further learner was to take in
   * @param probations times a pair fell to half size or a quarter
   * @param hibernated times a pair fell to no size at all
   * @param refusedEntries positions that the account did not open because of a halt, hibernation or
   *     compliance
   * @param costOrSaved P&L of the account less that of synthesized, quote currency: above zero it
   *     has saved
   * @param maxContagionPercent largest share of the learners that could be led by one family and
   *     were, percent
   * @param largestFamily that family, empty when there was none
   * @param heldAtHalt whether open positions are kept at a halt, so that drawdown may go on
   */
  public record Haven(
      boolean inForce,
      boolean drill,
      long halts,
      long quarantines,
      long brakes,
      long probations,
      long hibernated,
      long refusedEntries,
      BigDecimal costOrSaved,
      double maxContagionPercent,
      String largestFamily,
      boolean heldAtHalt) {}
}
