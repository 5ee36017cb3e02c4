package mycelial.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chain over a session's closed trades: each link is the SHA-256 of the link before it and of
 * everything that is stored of the trade. A trade that is altered, lost or put elsewhere changes
 * every link after it.
 *
 * @param trades how many trades
 * @param link the last link, 64 hexadecimal digits; empty before the first trade
 */
record TradeChain(long trades, String link) {
  static final TradeChain EMPTY = new TradeChain(0, "");

  /** What is stored of each closed trade of a session, as {@link TradeRows#closed} writes it. */
  private static final String ROWS =
      """
      SELECT p.trade_id, p.session, p.stream, p.pair, p.side, p.strategy_type, p.horizon_minutes,
        p.agent, p.pattern_id, p.idea_id, p.grade, p.score, p.collision, p.bar_end, p.features,
        p.entry_time, p.entry_quote_time, p.quantity, p.entry_mid, p.entry_price, p.entry_fee,
        p.stop, p.target, p.deadline, p.exit_time, p.exit_quote_time, p.exit_mid, p.exit_price,
        p.exit_fee, p.reason, p.pnl, p.trade_id,
        t.trade_id, t.pair, t.strategy_type, t.agent_id, t.pattern_id, t.entry_timestamp,
        t.exit_timestamp, t.hold_duration_seconds, t.entry_price, t.exit_price,
        t.price_change_pct, t.pnl_pct, t.pnl_absolute, t.trade_result, t.rsi_entry, t.macd_entry,
        t.bb_position_entry, t.volume_entry, t.atr_entry, t.signal_source, t.prediction_score,
        t.cross_moat_score, t.collision_detected, t.position_size, t.fees_paid, t.slippage_pct
      FROM trades t JOIN positions p ON p.trade_id = t.trade_id
      WHERE p.session = ? ORDER BY t.id\
      """;

  /** The chain with one more trade: the values of its rows as {@link TradeRows#closed} has them. */
  TradeChain add(List<@Nullable Object> values) {
    StringBuilder text = new StringBuilder(link);
    for (Object value : values) {
      text.append('\n').append(value == null ? "" : canonical(value));
    }
    byte[] hash = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return new TradeChain(trades + 1, HexFormat.of().formatHex(hash));
  }

  /** The chain over what is stored of a session: a link for each closed trade, in order. */
  static List<TradeChain> stored(Query query, String session) {
    List<TradeChain> links = new ArrayList<>();
    TradeChain last = EMPTY;
    for (List<@Nullable Object> values : query.list(ROWS, TradeChain::values, session)) {
      last = last.add(values);
      links.add(last);
    }
    return links;
  }

  private static List<@Nullable Object> values(ResultSet row) throws SQLException {
    int columns = row.getMetaData().getColumnCount();
    List<@Nullable Object> values = new ArrayList<>(columns);
    for (int i = 1; i <= columns; i++) {
      values.add(row.getObject(i));
    }
    return values;
  }

  /**
   * Text that a value keeps on its way through SQLite, which gives small whole numbers back as
   * Integer, whatever they were bound as, and knows no negative zero.
   */
  private static String canonical(Object value) {
    return value instanceof Double number && number == 0 ? "0.0" : value.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
