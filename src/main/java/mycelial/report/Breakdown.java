package mycelial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import mycelial.market.SignalSource;
import mycelial.storage.StoredTrade;

/**
 * Closed trades of all streams by one property.
 *
 * @param by the property, for people
 * @param rows by its value, then stream
 */
public record Breakdown(String by, List<Row> rows) {
  /**
   * Trades of a stream with one value of the property.
   *
   * @param value the property's value
   * @param stream whose trades
   * @param trades closed
   * @param wins with a profit
   * @param pnl quote currency, after costs
   * @param fees quote currency
   */
  public record Row(String value, String stream, int trades, int wins, double pnl, double fees) {}

  /** The four that the report shows. */
  static List<Breakdown> all(List<StoredTrade> trades) {
    return List.of(
        of("pair", trades, trade -> trade.pair().name()),
        of("exit", trades, trade -> trade.reason().name()),
        of("strategy type", trades, trade -> trade.strategyType().name()),
        of("evidence grade", trades, trade -> trade.grade().name()));
  }

  private static Breakdown of(
      String by, List<StoredTrade> trades, Function<StoredTrade, String> property) {
    Map<String, Map<SignalSource, List<StoredTrade>>> groups = new TreeMap<>();
    for (StoredTrade trade : trades) {
      groups
          .computeIfAbsent(property.apply(trade), value -> new TreeMap<>())
          .computeIfAbsent(trade.stream(), stream -> new ArrayList<>())
          .add(trade);
    }
    List<Row> rows = new ArrayList<>();
    groups.forEach((value, streams) ->
        streams.forEach((stream, group) -> rows.add(row(value, stream, group))));
    return new Breakdown(by, rows);
  }

  private static Row row(String value, SignalSource stream, List<StoredTrade> trades) {
    return new Row(
        value,
        stream.label(),
        trades.size(),
        (int) trades.stream().filter(trade -> trade.pnl().signum() > 0).count(),
        trades.stream().mapToDouble(trade -> trade.pnl().doubleValue()).sum(),
        trades.stream().mapToDouble(trade -> trade.fees().doubleValue()).sum());
  }
}
