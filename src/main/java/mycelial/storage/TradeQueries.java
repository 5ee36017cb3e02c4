package mycelial.storage;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.ExitReason;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.PriceBucket;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;
import mycelial.storage.SessionSummary.StreamFigures;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code trades.db} through a connection of its own, also while a session writes. Each call
 * sees what was committed when it began. Not safe for use by several threads. Every method throws
 * {@link StorageException} when the file cannot be read.
 */
public final class TradeQueries implements AutoCloseable {
  private final Connection connection;
  private final Query query;

  private TradeQueries(Connection connection, Path file) {
    this.connection = connection;
    this.query = new Query(connection, file);
  }

  /**
   * Opens the database of a folder for reading.
   *
   * @throws StorageException when there is none or it cannot be used
   */
  public static TradeQueries open(Path folder) {
    return new TradeQueries(
        Database.openForReading(folder, DatabaseKind.TRADES), DatabaseKind.TRADES.file(folder));
  }

  /** All sessions in the order of their start. */
  public List<StoredSession> sessions() {
    return query.list("SELECT * FROM sessions ORDER BY started_at, id", TradeQueries::session);
  }

  /** The closed trades of a session in the order in which they were closed. */
  public List<StoredTrade> trades(String session) {
    return query.list(
        "SELECT * FROM positions WHERE session = ? AND closed = 1 ORDER BY exit_time, trade_id",
        TradeQueries::trade,
        session);
  }

  /** The collisions of a session in the order in which they happened. */
  public List<CollisionRecord> collisions(String session) {
    return query.list(
        "SELECT * FROM collisions WHERE session = ?"
            + " ORDER BY MAX(baseline_time, mycelial_time), pair, side, baseline_idea",
        TradeQueries::collision,
        session);
  }

  /** The ideas of a session in the order in which they were published. */
  public List<IdeaRecord> ideas(String session) {
    return query.list(
        "SELECT * FROM ideas WHERE session = ? ORDER BY time, idea_id",
        TradeQueries::idea,
        session);
  }

  /** The equity points of a session in the order of time. */
  public List<EquityPoint> equity(String session) {
    return query.list(
        "SELECT * FROM equity WHERE session = ? ORDER BY time", TradeQueries::equity, session);
  }

  /** Messages of a session in the order of time, source and number. */
  public List<StoredMessage> messages(String session, MessageFilter filter) {
    if (!query.has("messages")) {
      return List.of(); // a database of a version that kept none
    }
    String channel = filter.channel() == null ? "" : filter.channel();
    String pair = filter.pair() == null ? "" : "\"pair\":\"" + filter.pair() + "\"";
    return query.list(
        "SELECT * FROM messages WHERE session = ? AND ? IN ('', channel, substr(channel, 1,"
            + " instr(channel, ':') - 1)) AND instr(body, ?) > 0"
            + " ORDER BY epoch_time, source, seq LIMIT ?",
        TradeQueries::message,
        session,
        channel,
        pair,
        filter.limit());
  }

  /** The prices of a session by pair and time; none in a database of a version without them. */
  public List<PriceBucket> prices(String session) {
    return query.has("prices")
        ? query.list(
            "SELECT * FROM prices WHERE session = ? ORDER BY pair, time",
            ReportRows::price,
            session)
        : List.of();
  }

  /** What ideas and collisions brought alone, in the order of their entries; as for prices. */
  public List<StoredOutcome> outcomes(String session) {
    return query.has("outcomes")
        ? query.list(
            "SELECT * FROM outcomes WHERE session = ? ORDER BY entry_time, stream, idea_id",
            ReportRows::outcome,
            session)
        : List.of();
  }

  /** The positions of a session that were not closed, in the order of their entries. */
  public List<StoredOpenPosition> openPositions(String session) {
    return query.list(
        "SELECT * FROM positions WHERE session = ? AND closed = 0 ORDER BY entry_time, trade_id",
        ReportRows::openPosition,
        session);
  }

  /** How many messages of a session are stored, by channel. */
  public Map<String, Long> messageCounts(String session) {
    Map<String, Long> counts = new TreeMap<>();
    if (query.has("messages")) {
      query
          .list(
              "SELECT channel, COUNT(*) FROM messages WHERE session = ? GROUP BY channel",
              row -> Map.entry(row.getString(1), row.getLong(2)),
              session)
          .forEach(each -> counts.put(each.getKey(), each.getValue()));
    }
    return counts;
  }

  /** The newest status of a session; none where it has not written any. */
  public Optional<StoredStatus> status(String session) {
    if (!query.has("status")) {
      return Optional.empty(); // a database of a version that kept none
    }
    return query
        .list("SELECT * FROM status WHERE session = ?", TradeQueries::status, session)
        .stream()
        .findFirst();
  }

  /** The figures of a session, recomputed from its rows. */
  public SessionSummary summary(String session) {
    Map<SignalSource, StreamFigures> streams = new EnumMap<>(SignalSource.class);
    for (SignalSource stream : SignalSource.values()) {
      long open =
          query.count(
              "SELECT COUNT(*) FROM positions WHERE session = ? AND stream = ? AND closed = 0",
              session,
              stream.label());
      streams.put(stream, StreamFigures.NONE.withOpenPositions((int) open));
    }
    for (StoredTrade trade : trades(session)) {
      streams.computeIfPresent(trade.stream(), (stream, figures) -> figures.withTrade(trade));
    }
    Map<SignalSource, Long> ideas = new EnumMap<>(SignalSource.class);
    for (SignalSource stream : List.of(SignalSource.BASELINE, SignalSource.MYCELIAL)) {
      ideas.put(
          stream,
          query.count(
              "SELECT COUNT(*) FROM ideas WHERE session = ? AND stream = ?",
              session,
              stream.label()));
    }
    Map<String, Long> collisions = new TreeMap<>();
    collisions(session).forEach(each -> collisions.merge(each.result(), 1L, Long::sum));
    return new SessionSummary(streams, ideas, collisions);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StorageException("Cannot close trades.db (" + e.getMessage() + ").", e);
    }
  }

  private static StoredSession session(ResultSet row) throws SQLException {
    SessionInfo info =
        new SessionInfo(
            row.getString("id"),
            row.getString("kind"),
            row.getLong("seed"),
            row.getString("provenance"),
            row.getString("config_fingerprint"),
            row.getString("inputs"),
            row.getString("build"));
    return new StoredSession(
        info,
        row.getString("started_at"),
        row.getString("ended_at"),
        row.getString("digest"),
        row.getString("state"),
        row.getString("result"));
  }

  private static StoredTrade trade(ResultSet row) throws SQLException {
    return new StoredTrade(
        row.getString("trade_id"),
        Streams.ofLabel(row.getString("stream")),
        new Pair(row.getString("pair")),
        Side.valueOf(row.getString("side")),
        StrategyType.valueOf(row.getString("strategy_type")),
        row.getString("agent"),
        row.getString("pattern_id"),
        row.getString("idea_id"),
        EvidenceGrade.valueOf(row.getString("grade")),
        row.getDouble("score"),
        row.getInt("collision") != 0,
        row.getDouble("entry_time"),
        row.getDouble("exit_time"),
        Query.decimal(row, "quantity"),
        Query.decimal(row, "entry_mid"),
        Query.decimal(row, "entry_price"),
        Query.decimal(row, "exit_mid"),
        Query.decimal(row, "exit_price"),
        Query.decimal(row, "entry_fee").add(Query.decimal(row, "exit_fee")),
        ExitReason.valueOf(row.getString("reason")),
        Query.decimal(row, "pnl"));
  }

  static StoredMessage message(ResultSet row) throws SQLException {
    return new StoredMessage(
        row.getDouble("epoch_time"),
        row.getInt("source"),
        row.getString("agent"),
        row.getLong("seq"),
        row.getString("channel"),
        row.getString("body"));
  }

  private static StoredStatus status(ResultSet row) throws SQLException {
    String body = row.getString("body");
    return new StoredStatus(
        row.getString("session"),
        row.getDouble("time"),
        row.getLong("seq"),
        StatusJson.read(body),
        body);
  }

  static CollisionRecord collision(ResultSet row) throws SQLException {
    return new CollisionRecord(
        new Pair(row.getString("pair")),
        Side.valueOf(row.getString("side")),
        row.getString("baseline_idea"),
        row.getString("mycelial_idea"),
        row.getDouble("baseline_time"),
        row.getDouble("mycelial_time"),
        row.getString("result"));
  }

  static IdeaRecord idea(ResultSet row) throws SQLException {
    return new IdeaRecord(
        row.getString("idea_id"),
        Streams.ofLabel(row.getString("stream")),
        row.getString("agent"),
        new Pair(row.getString("pair")),
        Side.valueOf(row.getString("side")),
        row.getDouble("time"),
        EvidenceGrade.valueOf(row.getString("grade")),
        row.getDouble("score"),
        row.getString("pattern_id"),
        row.getString("reason"),
        row.getString("fate"),
        row.getInt("restatements"),
        row.getString("collision"),
        Query.hasColumn(row, "partner") ? row.getString("partner") : null,
        Query.hasColumn(row, "partner_gap_ms") ? gap(row) : null);
  }

  private static @Nullable Long gap(ResultSet row) throws SQLException {
    long millis = row.getLong("partner_gap_ms");
    return row.wasNull() ? null : Long.valueOf(millis);
  }

  private static EquityPoint equity(ResultSet row) throws SQLException {
    Map<SignalSource, BigDecimal> equity = new EnumMap<>(SignalSource.class);
    for (SignalSource stream : SignalSource.values()) {
      BigDecimal value = Query.decimalOrNull(row, stream.label());
      if (value != null) {
        equity.put(stream, value);
      }
    }
    return new EquityPoint(row.getDouble("time"), equity);
  }
}
