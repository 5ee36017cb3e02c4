package mycelial.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Pair;

/**
 * What a trade costs.
 *
 * @param halfSpreadPercent half the bid-ask spread by pair where no quote carries one, percent of
 *     the price; in pair order
 * @param defaultHalfSpreadPercent the same for every other pair
 * @param slippagePercent slippage a side, percent of the price
 * @param takerTiers taker fees, ascending by volume, the first from volume 0
 */
public record CostSettings(
    Map<Pair, BigDecimal> halfSpreadPercent,
    BigDecimal defaultHalfSpreadPercent,
    BigDecimal slippagePercent,
    List<FeeTier> takerTiers) {
  private static final Map<String, BigDecimal> TIERS = defaultTiers();

  /** Copies the table and the list. */
  public CostSettings {
    halfSpreadPercent = Collections.unmodifiableMap(new TreeMap<>(halfSpreadPercent));
    takerTiers = List.copyOf(takerTiers);
  }

  /** Half the spread assumed for a pair, as a fraction of the price. */
  public BigDecimal halfSpread(Pair pair) {
    return halfSpreadPercent.getOrDefault(pair, defaultHalfSpreadPercent).movePointLeft(2);
  }

  static CostSettings read(Section in, PairTable table) {
    return new CostSettings(
        halfSpreads(in, table),
        in.decimal("default-half-spread-percent", "0.05", "0", "10"),
        in.decimal("slippage-percent", "0.10", "0", "10"),
        tiers(in));
  }

  private static Map<Pair, BigDecimal> halfSpreads(Section in, PairTable table) {
    String key = "half-spread-percent";
    var fallback = new LinkedHashMap<String, BigDecimal>();
    table
        .known(List.of("XXBTZUSD", "XETHZUSD"))
        .forEach(name -> fallback.put(name, new BigDecimal("0.02")));
    Map<String, BigDecimal> given = in.decimals(key, fallback, "0", "10");
    var result = new TreeMap<Pair, BigDecimal>();
    given.forEach((name, percent) ->
        table.resolve(in, key, List.of(name)).forEach(pair -> result.put(pair, percent)));
    return result;
  }

  private static List<FeeTier> tiers(Section in) {
    String key = "taker-tiers";
    var result = new ArrayList<FeeTier>();
    for (var tier : in.decimals(key, TIERS, "0", "10").entrySet()) {
      if (!Numbers.isDecimal(tier.getKey())) {
        in.problem(key, tier.getKey() + " is not a 30-day volume in USD");
        return result;
      }
      var volume = Numbers.decimal(tier.getKey());
      if (result.isEmpty()) {
        in.check(volume.signum() == 0, key, "the first tier must start at volume 0");
      } else {
        var before = result.getLast().volume();
        in.check(
            volume.compareTo(before) > 0,
            key,
            "volumes must ascend, but "
                + Numbers.plain(volume)
                + " follows "
                + Numbers.plain(before));
      }
      result.add(new FeeTier(volume, tier.getValue()));
    }
    in.check(!result.isEmpty(), key, "at least one tier is needed, from volume 0");
    return result;
  }

  /** Kraken's published taker fees of November 2025. */
  private static Map<String, BigDecimal> defaultTiers() {
    String table =
        "0:.40 10000:.35 50000:.24 100000:.22 250000:.20 500000:.18 1000000:.16 2500000:.14"
            + " 5000000:.12 10000000:.10";
    var tiers = new LinkedHashMap<String, BigDecimal>();
    for (String tier : table.split(" ", -1)) {
      int colon = tier.indexOf(':');
      tiers.put(tier.substring(0, colon), Numbers.decimal("0" + tier.substring(colon + 1)));
    }
    return Collections.unmodifiableMap(tiers);
  }
}
