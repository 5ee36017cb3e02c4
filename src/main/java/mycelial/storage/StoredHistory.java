package mycelial.storage;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mycelial.ledger.ExitReason;
import mycelial.market.EntryVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.memory.RoundTrip;
import mycelial.memory.TradeHistory;
import mycelial.memory.TradeRecord;
import org.jspecify.annotations.Nullable;

/**
 * The history of trades in {@code trades.db}, read through a connection of its own, also while a
 * session writes. Not safe for use by several threads. Every method throws {@link StorageException}
 * when the file cannot be read.
 */
public final class StoredHistory implements TradeHistory, AutoCloseable {
  private static final String KEPT =
      " FROM positions p JOIN trades t ON t.trade_id = p.trade_id"
          + " WHERE p.closed = 1 AND p.stream IN ('baseline', 'mycelial')"
          + " AND (?1 IS NULL OR p.session = ?1)";

  /** The rows of trades are numbered in the order in which they were closed. */
  private static final String PAST = "SELECT p.*" + KEPT + " AND p.reason <> ?2 ORDER BY t.id";

  private static final String CUT_OFF = "SELECT COUNT(*)" + KEPT + " AND p.reason = ?2";

  private final Connection connection;
  private final Query query;

  private StoredHistory(Connection connection, Path file) {
    this.connection = connection;
    this.query = new Query(connection, file);
  }

  /**
   * Opens the database of a folder for reading.
   *
   * @throws StorageException when there is none or it cannot be used
   */
  public static StoredHistory open(Path folder) {
    return new StoredHistory(
        Database.openForReading(folder, DatabaseKind.TRADES), DatabaseKind.TRADES.file(folder));
  }

  @Override
  public Past past(@Nullable String session) {
    String end = ExitReason.SESSION_END.name();
    List<PastTrade> trades = new ArrayList<>();
    int withoutRanks = 0;
    for (PastTrade each : query.list(PAST, StoredHistory::trade, session, end)) {
      if (each.trade().entry().ranks().isEmpty()) {
        withoutRanks++;
      } else {
        trades.add(each);
      }
    }
    return new Past(trades, withoutRanks, (int) query.count(CUT_OFF, session, end));
  }

  @Override
  public Optional<PastEntry> entry(String tradeId) {
    return query
        .list("SELECT * FROM positions WHERE trade_id = ?", StoredHistory::entry, tradeId)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<PastEntry> entryNear(Pair pair, double time, @Nullable String session) {
    return query
        .list(
            "SELECT * FROM positions WHERE pair = ?1 AND (?3 IS NULL OR session = ?3)"
                + " ORDER BY ABS(entry_time - ?2), entry_time, rowid LIMIT 1",
            StoredHistory::entry,
            pair.name(),
            time,
            session)
        .stream()
        .findFirst();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StorageException("Cannot close trades.db (" + e.getMessage() + ").", e);
    }
  }

  private static PastTrade trade(ResultSet row) throws SQLException {
    PastEntry entry = entry(row);
    BigDecimal quantity = Query.decimal(row, "quantity");
    RoundTrip trip = new RoundTrip(entry.side(), quantity, leg(row, "entry"), leg(row, "exit"));
    TradeRecord record =
        new TradeRecord(
            entry.tradeId(),
            entry.pair(),
            entry.side(),
            Streams.ofLabel(row.getString("stream")),
            entry.time(),
            entry.state(),
            trip.netReturn());
    return new PastTrade(entry.session(), row.getDouble("exit_time"), trip.pnl(), record);
  }

  private static RoundTrip.Leg leg(ResultSet row, String which) throws SQLException {
    return new RoundTrip.Leg(
        Query.decimal(row, which + "_price"), Query.decimal(row, which + "_fee"));
  }

  private static PastEntry entry(ResultSet row) throws SQLException {
    return new PastEntry(
        row.getString("session"),
        row.getString("trade_id"),
        new Pair(row.getString("pair")),
        Side.valueOf(row.getString("side")),
        row.getDouble("entry_time"),
        EntryVector.of(FeatureJson.readFeatures(row.getString("features"))));
  }
}
