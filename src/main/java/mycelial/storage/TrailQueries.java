package mycelial.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.ExitPlan;
import mycelial.ledger.ExitReason;
import mycelial.ledger.Fill;
import mycelial.ledger.IdeaRecord;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.StrategyType;
import org.jspecify.annotations.Nullable;

/**
 * Reads what led to a trade, or to none, from {@code trades.db} through a connection of its own,
 * also while a session writes. Times are seconds since the epoch, both ends of a span included. Not
 * safe for use by several threads. Every method throws {@link StorageException} when the file
 * cannot be read.
 */
public final class TrailQueries implements AutoCloseable {
  private final Connection connection;
  private final Query query;

  private TrailQueries(Connection connection, Path file) {
    this.connection = connection;
    this.query = new Query(connection, file);
  }

  /**
   * Opens the database of a folder for reading.
   *
   * @throws StorageException when there is none or it cannot be used
   */
  public static TrailQueries open(Path folder) {
    return new TrailQueries(
        Database.openForReading(folder, DatabaseKind.TRADES), DatabaseKind.TRADES.file(folder));
  }

  /** The position of a trade. */
  public Optional<StoredPosition> position(String tradeId) {
    return query
        .list("SELECT * FROM positions WHERE trade_id = ?", TrailQueries::position, tradeId)
        .stream()
        .findFirst();
  }

  /** The ids of a session's trades, open ones among them, in the order of their entries. */
  public List<String> tradeIds(String session) {
    return query.list(
        "SELECT trade_id FROM positions WHERE session = ? ORDER BY entry_time, rowid",
        row -> row.getString(1),
        session);
  }

  /** The positions of a session in a pair that were open at some time of a span. */
  public List<StoredPosition> positions(String session, Pair pair, double from, double to) {
    return query.list(
        "SELECT * FROM positions WHERE session = ?1 AND pair = ?2 AND entry_time <= ?4"
            + " AND (closed = 0 OR exit_time >= ?3) ORDER BY entry_time, rowid",
        TrailQueries::position,
        session,
        pair.name(),
        from,
        to);
  }

  /** The row of {@code trades} of a closed trade, by column; empty when there is none. */
  public Map<String, String> tradeRow(String tradeId) {
    return query
        .list("SELECT * FROM trades WHERE trade_id = ?", TrailQueries::columns, tradeId)
        .stream()
        .findFirst()
        .orElse(Map.of());
  }

  /** An idea of a session by its first statement, once it is settled. */
  public Optional<IdeaRecord> idea(String session, String ideaId) {
    return query
        .list(
            "SELECT * FROM ideas WHERE session = ? AND idea_id = ?",
            TradeQueries::idea,
            session,
            ideaId)
        .stream()
        .findFirst();
  }

  /** The ideas of a session about a pair that were published within a span, in order. */
  public List<IdeaRecord> ideas(String session, Pair pair, double from, double to) {
    return query.list(
        "SELECT * FROM ideas WHERE session = ? AND pair = ? AND time BETWEEN ? AND ?"
            + " ORDER BY time, idea_id",
        TradeQueries::idea,
        session,
        pair.name(),
        from,
        to);
  }

  /** All collisions of a session in a pair, in the order in which they happened. */
  public List<CollisionRecord> collisions(String session, Pair pair) {
    return query.list(
        "SELECT * FROM collisions WHERE session = ? AND pair = ?"
            + " ORDER BY MAX(baseline_time, mycelial_time), baseline_idea",
        TradeQueries::collision,
        session,
        pair.name());
  }

  /**
   * The messages of a session within a span whose body contains one of some texts, in the order of
   * time, source and number; all of a channel or topic, or (empty) of all.
   */
  public List<StoredMessage> messages(
      String session, String channel, List<String> texts, double from, double to) {
    if (!query.has("messages") || texts.isEmpty()) {
      return List.of();
    }
    List<@Nullable Object> parameters = new ArrayList<>(List.of(session, from, to, channel));
    parameters.addAll(texts);
    String any = "instr(body, ?) > 0 OR ".repeat(texts.size());
    return query.list(
        "SELECT * FROM messages WHERE session = ? AND epoch_time BETWEEN ? AND ?"
            + " AND ? IN ('', channel, substr(channel, 1, instr(channel, ':') - 1)) AND ("
            + any.substring(0, any.length() - " OR ".length())
            + ") ORDER BY epoch_time, source, seq",
        TradeQueries::message,
        parameters.toArray());
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StorageException("Cannot close trades.db (" + e.getMessage() + ").", e);
    }
  }

  private static Map<String, String> columns(ResultSet row) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String value = row.getString(i);
      if (value != null) {
        columns.put(row.getMetaData().getColumnName(i), value);
      }
    }
    return columns;
  }

  private static StoredPosition position(ResultSet row) throws SQLException {
    Side side = Side.valueOf(row.getString("side"));
    return new StoredPosition(
        row.getString("trade_id"),
        row.getString("session"),
        Streams.ofLabel(row.getString("stream")),
        new Pair(row.getString("pair")),
        side,
        StrategyType.valueOf(row.getString("strategy_type")),
        row.getInt("horizon_minutes"),
        row.getString("agent"),
        row.getString("pattern_id"),
        row.getString("idea_id"),
        EvidenceGrade.valueOf(row.getString("grade")),
        row.getDouble("score"),
        row.getInt("collision") != 0,
        row.getLong("bar_end"),
        FeatureJson.readFeatures(row.getString("features")),
        fill(row, "entry", side),
        new ExitPlan(
            side, row.getDouble("stop"), row.getDouble("target"), row.getDouble("deadline")),
        row.getInt("closed") == 0
            ? null
            : new StoredPosition.Exit(
                fill(row, "exit", side.opposite()),
                ExitReason.valueOf(row.getString("reason")),
                Query.decimal(row, "pnl")));
  }

  private static Fill fill(ResultSet row, String which, Side side) throws SQLException {
    return new Fill(
        row.getDouble(which + "_time"),
        row.getDouble(which + "_quote_time"),
        side,
        Query.decimal(row, "quantity"),
        Query.decimal(row, which + "_mid"),
        Query.decimal(row, which + "_price"),
        Query.decimal(row, which + "_fee"));
  }
}
