package mycelial.learning;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Pair;

/**
 * What a virtual trade costs. Fractions of the price. Immutable.
 *
 * @param slippage on each side, for example 0.001
 * @param takerFee on each side, for example 0.004
 * @param halfSpread half of bid-ask spread by pair
 */
public record CostSettings(double slippage, double takerFee, Map<Pair, Double> halfSpread) {
  /**
   * @throws IllegalArgumentException when a cost is negative or 10 % and more
   */
  public CostSettings {
    check("slippage", slippage);
    check("takerFee", takerFee);
    TreeMap<Pair, Double> sorted = new TreeMap<>(halfSpread);
    sorted.forEach((pair, spread) -> check("half spread of " + pair, spread));
    halfSpread = Collections.unmodifiableMap(sorted);
  }

  private static void check(String name, double cost) {
    if (!(cost >= 0 && cost < 0.1)) {
      throw new IllegalArgumentException(name + " is " + cost + ", not 0 to 0.1 of the price");
    }
  }

  /**
   * Half spread of a pair.
   *
   * @throws IllegalArgumentException when none is set
   */
  double halfSpreadOf(Pair pair) {
    Double spread = halfSpread.get(pair);
    if (spread == null) {
      throw new IllegalArgumentException("no half spread is set for the watched pair " + pair);
    }
    return spread;
  }
}
