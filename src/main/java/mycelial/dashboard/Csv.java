package mycelial.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import mycelial.storage.TailRow;

/**
 * Trades as comma-separated values (RFC 4180). A text that a spreadsheet would take for a formula
 * gets an apostrophe before it.
 */
final class Csv {
  private static final List<String> COLUMNS =
      List.of(
          "trade_id",
          "stream",
          "pair",
          "side",
          "strategy_type",
          "agent",
          "pattern_id",
          "idea_id",
          "grade",
          "score",
          "collision",
          "entry_time",
          "exit_time",
          "quantity",
          "entry_price",
          "exit_price",
          "entry_fee",
          "exit_fee",
          "reason",
          "trade_result",
          "pnl",
          "pnl_pct");
  private static final String FORMULA = "=+-@\t\r";
  private static final String END = "\r\n";

  private Csv() {}

  static String of(List<TailRow> trades) {
    StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append(END);
    for (TailRow trade : trades) {
      text.append(
              COLUMNS.stream().map(column -> cell(trade, column)).collect(Collectors.joining(",")))
          .append(END);
    }
    return text.toString();
  }

  private static String cell(TailRow trade, String column) {
    if (column.endsWith("_time")) {
      return Instant.ofEpochMilli(Math.round(trade.number(column) * 1000)).toString();
    }
    return quoted(trade.text(column));
  }

  /** Decimals are numbers though they are kept as text, and may be negative. */
  static String quoted(String value) {
    boolean number = value.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    boolean formula = !number && !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    String safe = formula ? "'" + value : value;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
