package mycelial.dashboard;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.storage.TailRow;

/**
 * Which trades are wanted: by column, the value it must have. Immutable.
 *
 * @param wanted by column; a column that is not there may have any value
 */
record TradeFilter(Map<String, String> wanted) {
  /** What a request may ask for, and the column that is meant. */
  static final Map<String, String> COLUMNS =
      new TreeMap<>(
          Map.of(
              "stream", "stream",
              "pair", "pair",
              "result", "trade_result",
              "grade", "grade",
              "exit", "reason"));

  TradeFilter {
    wanted = new TreeMap<>(wanted);
  }

  List<TailRow> of(List<TailRow> trades) {
    return trades.stream().filter(this::matches).toList();
  }

  private boolean matches(TailRow trade) {
    return wanted.entrySet().stream()
        .allMatch(each -> trade.text(each.getKey()).equals(each.getValue()));
  }
}
