package mycelial.dashboard;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import mycelial.storage.SessionInfo;
import mycelial.storage.Storage;

/** Databases of a session as a test wants them. */
final class StoredSession implements AutoCloseable {
  static final String ID = "run-of-the-test";
  static final double NOON = 1_700_000_000;

  private final Path folder;
  private final Connection trades;

  StoredSession(Path folder) throws SQLException {
    this.folder = folder;
    SessionInfo info =
        new SessionInfo(ID, "run", 42, "SYNTHETIC", "c0ffee", "{\"files\":[]}", "test");
    Storage.open(folder, info).close();
    trades = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("trades.db"));
  }

  Subject subject() {
    return subject(Optional::empty);
  }

  Subject subject(Supplier<Optional<LiveLink>> live) {
    return new Subject(ID, folder, List.of("XXBTZUSD"), live);
  }

  void insert(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = trades.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  void equity(double time, String amount) throws SQLException {
    insert(
        "INSERT INTO equity(session, time, baseline, mycelial, synthesized, account)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        ID,
        time,
        amount,
        amount,
        amount,
        amount);
  }

  /** A closed trade; entered at 100, five of them, two of fees each way. */
  void trade(String id, String stream, String pair, String agent, String pnl) throws SQLException {
    insert(
        "INSERT INTO positions(trade_id, session, stream, pair, side, strategy_type,"
            + " horizon_minutes, agent, idea_id, grade, score, collision, bar_end, features,"
            + " entry_time, entry_quote_time, quantity, entry_mid, entry_price, entry_fee, stop,"
            + " target, deadline, closed, exit_time, exit_quote_time, exit_mid, exit_price,"
            + " exit_fee, reason, pnl) VALUES (?, ?, ?, ?, 'BUY', 'DAY', 60, ?, ?, 'EXPLORATORY',"
            + " 70, 0, 1, '{}', ?, ?, '5.0', '99.9', '100', '2.00', 90, 120, ?, 1, ?, ?, '110.1',"
            + " '110', '2.20', 'TARGET', ?)",
        id,
        ID,
        stream,
        pair,
        agent,
        "idea-" + id,
        NOON,
        NOON,
        NOON + 3600,
        NOON + 90,
        NOON + 90,
        pnl);
    insert(
        "INSERT INTO trades(trade_id, pair, strategy_type, agent_id, entry_timestamp,"
            + " exit_timestamp, hold_duration_seconds, entry_price, exit_price, price_change_pct,"
            + " pnl_pct, pnl_absolute, trade_result, signal_source, position_size, fees_paid,"
            + " slippage_pct) VALUES (?, ?, 'DAY', ?, 'a', 'b', 90, 100, 110, 10, 9, ?, ?, ?, 5,"
            + " 4.2, 0.1)",
        id,
        pair,
        agent,
        Double.parseDouble(pnl),
        pnl.startsWith("-") ? "LOSS" : "WIN",
        stream);
  }

  void message(long number, String agent, String channel, String body) throws SQLException {
    insert(
        "INSERT INTO messages(session, epoch_time, source, agent, seq, channel, body)"
            + " VALUES (?, ?, 1, ?, ?, ?, ?)",
        ID,
        NOON + number,
        agent,
        number,
        channel,
        body);
  }

  @Override
  public void close() throws SQLException {
    trades.close();
  }
}
