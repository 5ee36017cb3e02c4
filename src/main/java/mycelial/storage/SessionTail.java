package mycelial.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Follows one session in {@code trades.db} through a connection of its own that can only read: each
 * call answers what came after a row already seen, so that a face may ask often. Not safe for use
 * by several threads. Every method throws {@link StorageException} when the file cannot be read.
 */
public final class SessionTail implements AutoCloseable {
  private static final String POSITION =
      "p.trade_id, p.stream, p.pair, p.side, p.strategy_type, p.horizon_minutes, p.agent,"
          + " p.pattern_id, p.idea_id, p.grade, p.score, p.collision, p.entry_time, p.quantity,"
          + " p.entry_price, p.entry_fee, p.stop, p.target, p.deadline";

  /** Of what is said by the thousand only what changed a decision or tells who stands where. */
  private static final String TOLD =
      "(channel IN ('system-control', 'system-build-request')"
          + " OR channel LIKE 'prospecting-proposals%' OR channel LIKE '%-data:%'"
          + " OR (channel = 'memory-answer' AND instr(body, '\"advice\":\"KEEP\"') = 0)"
          + " OR channel = 'memory-caution'"
          + " OR (channel = 'pattern-confirmed' AND instr(body, '\"finding\":\"PROVEN\"') > 0))";

  /** An answer of memory and the decision it goes into are at most so many messages apart. */
  private static final int NEAR = 5000;

  private final Connection connection;
  private final Query query;
  private final String session;

  private SessionTail(Connection connection, Path file, String session) {
    this.connection = connection;
    this.query = new Query(connection, file);
    this.session = session;
  }

  /**
   * Opens the database of a folder.
   *
   * @throws StorageException when there is none or it cannot be used
   */
  public static SessionTail open(Path folder, String session) {
    return new SessionTail(
        Database.openForReading(folder, DatabaseKind.TRADES),
        DatabaseKind.TRADES.file(folder),
        session);
  }

  /** A number that changes when somebody else has committed something. */
  public long version() {
    return query.count("PRAGMA data_version");
  }

  /** The session's row; empty when the database does not know it. */
  public Optional<TailRow> session() {
    return first(
        "SELECT rowid, id, kind, seed, provenance, config_fingerprint, build, started_at, ended_at,"
            + " digest, state, result FROM sessions WHERE id = ?");
  }

  /** What the session last said of how it stands, as JSON; empty where it is not kept. */
  public Optional<String> status() {
    return query.has("status")
        ? first("SELECT 0, body FROM status WHERE session = ?").map(row -> row.text("body"))
        : Optional.empty();
  }

  private Optional<TailRow> first(String sql) {
    return query.list(sql, TailRow::read, session).stream().findFirst();
  }

  /** Equity of the streams after a schedule time, in the order of time. */
  public List<TailRow> equity(double after) {
    return query.list(
        "SELECT rowid, time, CAST(baseline AS REAL) AS baseline, CAST(mycelial AS REAL) AS mycelial,"
            + " CAST(synthesized AS REAL) AS synthesized, CAST(account AS REAL) AS account"
            + " FROM equity WHERE session = ? AND time > ? ORDER BY time",
        TailRow::read,
        session,
        after);
  }

  /** Positions that are open now. */
  public List<TailRow> open() {
    return query.list(
        "SELECT p.rowid, "
            + POSITION
            + " FROM positions p WHERE p.session = ? AND p.closed = 0"
            + " ORDER BY p.entry_time, p.trade_id",
        TailRow::read,
        session);
  }

  /** Trades closed after one already seen, in the order in which they were closed. */
  public List<TailRow> closed(long after) {
    return query.list(
        "SELECT t.id, "
            + POSITION
            + ", p.exit_time, p.exit_price, p.exit_fee, p.reason, p.pnl,"
            + " t.pnl_pct, t.trade_result, t.fees_paid"
            + " FROM trades t JOIN positions p ON p.trade_id = t.trade_id"
            + " WHERE p.session = ? AND p.closed = 1 AND t.id > ? ORDER BY t.id",
        TailRow::read,
        session,
        after);
  }

  /** Ideas stored after one already seen. */
  public List<TailRow> ideas(long after) {
    return after(
        "idea_id, stream, agent, pair, side, time, grade, score, pattern_id, reason, fate,"
            + " restatements, collision"
            + (query.has("ideas", "partner") ? ", partner, partner_gap_ms" : ""),
        "ideas",
        after);
  }

  /** Collisions stored after one already seen. */
  public List<TailRow> collisions(long after) {
    return after(
        "pair, side, baseline_idea, mycelial_idea, baseline_time, mycelial_time, gap_ms, result",
        "collisions",
        after);
  }

  /** Messages after one already seen that changed a decision or tell who stands where. */
  public List<TailRow> messages(long after) {
    if (!query.has("messages")) {
      return List.of();
    }
    return after("epoch_time, agent, channel, body", "messages", after, " AND " + TOLD);
  }

  /** The decision on a licence that an answer of memory went into; empty while there is none. */
  public Optional<TailRow> decision(String queryId, long answer) {
    String named = "\"confirmationId\":\"" + queryId + "\"";
    return query
        .list(
            "SELECT rowid, epoch_time, agent, body FROM messages WHERE +session = ? AND rowid > ?"
                + " AND rowid <= ? AND channel = 'pattern-confirmed' AND instr(body, ?) > 0"
                + " ORDER BY rowid LIMIT 1",
            TailRow::read,
            session,
            answer,
            answer + NEAR,
            named)
        .stream()
        .findFirst();
  }

  /** The number before the session's first message: those of other sessions need not be read. */
  public long beforeMessages() {
    return query.has("messages")
        ? query.count("SELECT COALESCE(MIN(rowid), 1) - 1 FROM messages WHERE session = ?", session)
        : 0;
  }

  /** The number of the newest message of any session. */
  public long lastMessage() {
    return query.has("messages") ? query.count("SELECT COALESCE(MAX(rowid), 0) FROM messages") : 0;
  }

  /** The candles of a pair, in the order of time; none where they are not kept. */
  public List<TailRow> prices(String pair, double after) {
    if (!query.has("prices")) {
      return List.of();
    }
    return query.list(
        "SELECT rowid, time, seconds, open, high, low, close FROM prices WHERE session = ? AND pair = ? AND time > ? ORDER BY time",
        TailRow::read,
        session,
        pair,
        after);
  }

  private List<TailRow> after(String columns, String table, long after) {
    return after(columns, table, after, "");
  }

  /** The plus sign keeps SQLite from walking through the whole session by its index. */
  private List<TailRow> after(String columns, String table, long after, String also) {
    return query.list(
        "SELECT rowid, "
            + columns
            + " FROM "
            + table
            + " WHERE +session = ? AND rowid > ?"
            + also
            + " ORDER BY rowid",
        TailRow::read,
        session,
        after);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StorageException("Cannot close trades.db (" + e.getMessage() + ").", e);
    }
  }
}
