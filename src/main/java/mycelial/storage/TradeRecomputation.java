package mycelial.storage;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.storage.Finding.Level;

/** Computes the figures of every session in {@code trades.db} again and compares. */
final class TradeRecomputation {
  private static final int COLLISION_WINDOW_MILLIS = 5000;

  /** Sums of doubles differ from exact sums by rounding; one cent never is rounding. */
  private static final double TOLERANCE = 0.001;

  private final Query query;
  private final List<Finding> findings = new ArrayList<>();

  TradeRecomputation(Query query) {
    this.query = query;
  }

  List<Finding> findings() {
    orphans();
    for (String session : query.list("SELECT id FROM sessions ORDER BY id", r -> r.getString(1))) {
      for (SignalSource stream : SignalSource.values()) {
        sums(session, stream);
      }
      equity(session);
      collisions(session);
    }
    return List.copyOf(findings);
  }

  private void orphans() {
    for (String trade :
        query.list(
            "SELECT trade_id FROM trades EXCEPT SELECT trade_id FROM positions WHERE closed = 1",
            row -> row.getString(1))) {
      error("trade " + trade + " has no closed position");
    }
    for (String trade :
        query.list(
            "SELECT trade_id FROM positions WHERE closed = 1 EXCEPT SELECT trade_id FROM trades",
            row -> row.getString(1))) {
      error("closed position " + trade + " has no row in trades");
    }
  }

  /** Each trade's profit from its fills, and the stream's sum in both tables. */
  private void sums(String session, SignalSource stream) {
    List<Closed> closed =
        query.list(
            "SELECT * FROM positions WHERE session = ? AND stream = ? AND closed = 1"
                + " ORDER BY trade_id",
            Closed::read,
            session,
            stream.label());
    BigDecimal exact = BigDecimal.ZERO;
    for (Closed trade : closed) {
      exact = exact.add(trade.pnl());
      if (trade.recomputed().compareTo(trade.pnl()) != 0) {
        error(
            "trade %s of session %s says a profit of %s, its fills give %s"
                .formatted(trade.id(), session, trade.pnl(), trade.recomputed()));
      }
    }
    double rounded =
        query
            .list(
                "SELECT COALESCE(SUM(t.pnl_absolute), 0) FROM trades t JOIN positions p"
                    + " ON p.trade_id = t.trade_id"
                    + " WHERE p.session = ? AND t.signal_source = ?",
                row -> row.getDouble(1),
                session,
                stream.label())
            .getFirst();
    if (Math.abs(exact.doubleValue() - rounded) > TOLERANCE) {
      error(
          "session %s, %s: positions sum up to %s, trades to %s"
              .formatted(session, stream.label(), exact, rounded));
    }
  }

  /**
   * Equity less realised profit is the capital, the same for every stream and at every point at
   * which the stream held nothing. The last such point of each stream is looked at, and the first.
   */
  private void equity(String session) {
    Map<BigDecimal, String> capitals = new TreeMap<>();
    for (SignalSource stream : SignalSource.values()) {
      for (String order : List.of("ASC", "DESC")) {
        query
            .list(
                flatPoints(stream, order),
                row -> Map.entry(row.getDouble("time"), Query.decimal(row, stream.label())),
                session,
                stream.label())
            .forEach(point -> {
              BigDecimal realised = realised(session, stream, point.getKey());
              capitals.putIfAbsent(
                  point.getValue().subtract(realised).stripTrailingZeros(),
                  stream.label() + " at " + Timestamps.text(point.getKey()));
            });
      }
    }
    if (capitals.size() > 1) {
      error(
          "session %s: equity less realised profit should be one capital, but is %s"
              .formatted(session, capitals));
    }
  }

  /** A point at the very instant of a fill may stand before or after it and is left out. */
  private static String flatPoints(SignalSource stream, String order) {
    return "SELECT time, %1$s FROM equity e WHERE session = ? AND %1$s IS NOT NULL AND NOT EXISTS ("
            .formatted(stream.label())
        + "SELECT 1 FROM positions p WHERE p.session = e.session AND p.stream = ?"
        + " AND p.entry_time <= e.time AND (p.closed = 0 OR p.exit_time >= e.time))"
        + " ORDER BY time "
        + order
        + " LIMIT 1";
  }

  private BigDecimal realised(String session, SignalSource stream, double time) {
    return query
        .list(
            "SELECT pnl FROM positions WHERE session = ? AND stream = ? AND closed = 1"
                + " AND exit_time < ?",
            row -> Query.decimal(row, "pnl"),
            session,
            stream.label(),
            time)
        .stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void collisions(String session) {
    query
        .list(
            "SELECT * FROM collisions WHERE session = ? AND gap_ms NOT BETWEEN 0 AND ?",
            row ->
                "session %s: ideas %s and %s collided over %d ms, the window is %d ms"
                    .formatted(
                        session,
                        row.getString("baseline_idea"),
                        row.getString("mycelial_idea"),
                        row.getLong("gap_ms"),
                        COLLISION_WINDOW_MILLIS),
            session,
            COLLISION_WINDOW_MILLIS)
        .forEach(this::error);
  }

  private void error(String text) {
    findings.add(new Finding(Level.ERROR, "trades.db, " + text + "."));
  }

  /** A closed position: {@code recomputed} is what its two fills earned after both fees. */
  private record Closed(String id, BigDecimal pnl, BigDecimal recomputed) {
    static Closed read(ResultSet row) throws SQLException {
      BigDecimal sign = BigDecimal.valueOf(Side.valueOf(row.getString("side")).sign());
      BigDecimal gross =
          Query.decimal(row, "exit_price")
              .subtract(Query.decimal(row, "entry_price"))
              .multiply(Query.decimal(row, "quantity"))
              .multiply(sign);
      return new Closed(
          row.getString("trade_id"),
          Query.decimal(row, "pnl"),
          gross.subtract(Query.decimal(row, "entry_fee")).subtract(Query.decimal(row, "exit_fee")));
    }
  }
}
