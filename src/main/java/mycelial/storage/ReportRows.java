package mycelial.storage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.ExitReason;
import mycelial.ledger.Fill;
import mycelial.ledger.Order;
import mycelial.ledger.PriceBucket;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;

/** Rows that only the report reads: prices, and what ideas brought alone. */
final class ReportRows {
  private ReportRows() {}

  static Row price(String session, PriceBucket bucket) {
    return Row.of(
        Sql.PRICE,
        session,
        bucket.pair().name(),
        bucket.time(),
        bucket.seconds(),
        bucket.open(),
        bucket.high(),
        bucket.low(),
        bucket.close(),
        bucket.volume(),
        bucket.bars(),
        bucket.quiet());
  }

  static PriceBucket price(ResultSet row) throws SQLException {
    return new PriceBucket(
        new Pair(row.getString("pair")),
        row.getLong("time"),
        row.getInt("seconds"),
        row.getDouble("open"),
        row.getDouble("high"),
        row.getDouble("low"),
        row.getDouble("close"),
        row.getDouble("volume"),
        row.getInt("bars"),
        row.getInt("quiet"));
  }

  static Row outcome(String session, ClosedTrade alone) {
    Order order = alone.position().order();
    Fill entry = alone.position().entry();
    Fill exit = alone.exit();
    return Row.of(
        Sql.OUTCOME,
        session,
        alone.position().stream().label(),
        order.ideaId(),
        order.pair().name(),
        order.side().name(),
        order.grade().name(),
        entry.time(),
        exit.time(),
        entry.quantity(),
        entry.price(),
        exit.price(),
        alone.fees(),
        alone.reason().name(),
        percent(alone.pnl(), entry.notional()),
        alone.pnl());
  }

  private static double percent(BigDecimal part, BigDecimal whole) {
    return part.movePointRight(2).divide(whole, MathContext.DECIMAL64).doubleValue();
  }

  static StoredOutcome outcome(ResultSet row) throws SQLException {
    return new StoredOutcome(
        Streams.ofLabel(row.getString("stream")),
        row.getString("idea_id"),
        new Pair(row.getString("pair")),
        Side.valueOf(row.getString("side")),
        EvidenceGrade.valueOf(row.getString("grade")),
        row.getDouble("entry_time"),
        row.getDouble("exit_time"),
        Query.decimal(row, "quantity"),
        Query.decimal(row, "entry_price"),
        Query.decimal(row, "exit_price"),
        Query.decimal(row, "fee"),
        ExitReason.valueOf(row.getString("reason")),
        row.getDouble("return_net_pct"),
        Query.decimal(row, "pnl"));
  }

  static StoredOpenPosition openPosition(ResultSet row) throws SQLException {
    return new StoredOpenPosition(
        Streams.ofLabel(row.getString("stream")),
        new Pair(row.getString("pair")),
        row.getString("idea_id"),
        row.getDouble("entry_time"),
        Query.decimal(row, "quantity"),
        Query.decimal(row, "entry_price"),
        Query.decimal(row, "entry_fee"));
  }
}
