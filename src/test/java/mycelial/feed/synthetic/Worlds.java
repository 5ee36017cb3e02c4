package mycelial.feed.synthetic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.PairSpec;

/** The eighteen pairs and whole markets in memory, for tests. */
final class Worlds {
  static final List<PairSpec> PAIRS =
      List.of(
          pair("XXBTZUSD", 1, "0.0002"),
          pair("XETHZUSD", 2, "0.0002"),
          pair("SOLUSD", 2, "0.0005"),
          pair("ADAUSD", 6, "0.0005"),
          pair("DOTUSD", 4, "0.0005"),
          pair("MATICUSD", 4, "0.0005"),
          pair("UNIUSD", 3, "0.0005"),
          pair("LINKUSD", 5, "0.0005"),
          pair("DOGEUSD", 7, "0.0005"),
          pair("AAVEUSD", 2, "0.0005"),
          pair("ATOMUSD", 4, "0.0005"),
          pair("ALGOUSD", 5, "0.0005"),
          pair("XLMUSD", 6, "0.0005"),
          pair("EOSUSD", 4, "0.0005"),
          pair("TRXUSD", 6, "0.0005"),
          pair("XTZUSD", 4, "0.0005"),
          pair("NEARUSD", 4, "0.0005"),
          pair("FILUSD", 3, "0.0005"));

  private Worlds() {}

  static PairSpec pair(String name, int decimals, String halfSpread) {
    BigDecimal least = new BigDecimal("0.001");
    return new PairSpec(
        new Pair(name), decimals, 8, least, BigDecimal.ONE, new BigDecimal(halfSpread));
  }

  static WorldSpec spec(WorldKind kind, long seed, int days) {
    return WorldSpec.of(kind, seed, PAIRS, days, Interval.MINUTE);
  }

  /** All bars of a market, by pair. */
  static SortedMap<Pair, List<Bar>> bars(WorldSpec spec) {
    SortedMap<Pair, List<Bar>> bars = new TreeMap<>();
    SyntheticFeed feed = new SyntheticFeed(spec);
    while (feed.nextTime().isPresent()) {
      for (MarketUpdate update : feed.next()) {
        Bar closed = update.closed();
        if (closed != null) {
          bars.computeIfAbsent(update.pair(), pair -> new ArrayList<>()).add(closed);
        }
      }
    }
    return bars;
  }

  /** Returns from close to close. */
  static double[] returns(List<Bar> bars) {
    double[] returns = new double[bars.size() - 1];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = bars.get(i + 1).close() / bars.get(i).close() - 1;
    }
    return returns;
  }

  /** The bar that starts at an instant. */
  static Bar barAt(List<Bar> bars, long start) {
    Bar first = bars.getFirst();
    return bars.get((int) ((start - first.start()) / first.interval().seconds()));
  }

  /** Return over an episode's drift: from the open at its start to the close at its end. */
  static double driftReturn(List<Bar> bars, Episode episode) {
    double open = barAt(bars, episode.driftStart()).open();
    return barAt(bars, episode.driftEnd() - 60).close() / open - 1;
  }
}
