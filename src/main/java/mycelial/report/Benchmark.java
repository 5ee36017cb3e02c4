package mycelial.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import mycelial.ledger.PriceBucket;
import mycelial.market.Pair;

/**
 * What doing nothing clever would have brought, from the stored prices.
 *
 * @param name for people
 * @param curve equity, bought at the first known price and marked at each bucket's close
 * @param pnl at the end, what selling would cost included, quote currency
 * @param returnPercent of the capital
 */
public record Benchmark(
    String name, @JsonIgnore EquityCurve curve, double pnl, double returnPercent) {

  /**
   * Buys these pairs with equal parts of the capital and holds them.
   *
   * @param costFraction what a fill costs: half spread, slippage and fee, fraction of the value
   */
  static Benchmark hold(
      String name,
      List<Pair> pairs,
      List<PriceBucket> prices,
      double capital,
      double costFraction) {
    Map<Pair, TreeMap<Long, Double>> closes = new TreeMap<>();
    TreeSet<Long> instants = new TreeSet<>();
    for (PriceBucket bucket : prices) {
      if (pairs.contains(bucket.pair())) {
        closes
            .computeIfAbsent(bucket.pair(), pair -> new TreeMap<>())
            .put(bucket.end(), bucket.close());
        instants.add(bucket.end());
      }
    }
    double part = capital / closes.size();
    List<Double> times = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (long instant : instants) {
      double value = 0;
      for (TreeMap<Long, Double> pair : closes.values()) {
        Map.Entry<Long, Double> known = pair.floorEntry(instant);
        double growth = known == null ? 1 : known.getValue() / pair.firstEntry().getValue();
        value += part * (known == null ? 1 : growth / (1 + costFraction));
      }
      times.add((double) instant);
      values.add(value);
    }
    double sold = values.getLast() * (1 - costFraction);
    return new Benchmark(
        name, new EquityCurve(times, values), sold - capital, 100 * (sold / capital - 1));
  }
}
