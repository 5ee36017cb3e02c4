package mycelial.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mycelial.market.Pair;
import mycelial.market.PairNames;
import mycelial.market.PairSpec;

/** The section {@code pairs}: what is traded, under which names, in which steps. */
final class PairTable {
  private record Steps(
      int priceDecimals, int lotDecimals, BigDecimal orderMinimum, BigDecimal costMinimum) {}

  private final Map<Pair, Steps> steps = new LinkedHashMap<>();
  private final Map<Pair, List<String>> aliases = new LinkedHashMap<>();
  private final Map<String, Pair> byName = new TreeMap<>();

  static PairTable read(Section root) {
    var table = new PairTable();
    List<String> names = root.children("pairs", DefaultPair.names());
    Section in = root.section("pairs");
    for (String name : names) {
      if (name.matches("[A-Z0-9/]{3,20}")) {
        table.add(new Pair(name), in.section(name));
      } else {
        in.section(name);
        in.problem(name, "a pair's name is 3 to 20 of A-Z, 0-9 and '/'");
      }
    }
    root.check(!names.isEmpty(), "pairs", "at least one pair is needed");
    table.nameAll(in);
    return table;
  }

  private void add(Pair pair, Section in) {
    Optional<DefaultPair> known = DefaultPair.of(pair);
    if (known.isEmpty()) {
      String why = "a pair that the program does not know needs it";
      in.require("price-decimals", why);
      in.require("order-minimum", why);
    }
    var defaults = known.orElse(DefaultPair.UNKNOWN);
    aliases.put(pair, in.names("aliases", defaults.aliases()));
    steps.put(
        pair,
        new Steps(
            in.integer("price-decimals", defaults.priceDecimals(), 0, 12),
            in.integer("lot-decimals", 8, 0, 12),
            in.decimal("order-minimum", defaults.orderMinimum(), "0", "1000000000"),
            in.decimal("cost-minimum", "0.5", "0", "1000000000")));
  }

  /** Names of pairs first, then aliases, so that an alias never hides a pair. */
  private void nameAll(Section in) {
    steps.keySet().forEach(pair -> byName.put(pair.name(), pair));
    aliases.forEach((pair, list) -> {
      Section section = in.section(pair.name());
      for (String alias : list) {
        Pair other = byName.putIfAbsent(alias, pair);
        section.check(
            other == null || other.equals(pair), "aliases", alias + " already means " + other);
      }
    });
  }

  List<Pair> pairs() {
    return List.copyOf(steps.keySet());
  }

  PairNames names() {
    return new PairNames(byName);
  }

  Map<Pair, PairSpec> specs(CostSettings costs) {
    var specs = new TreeMap<Pair, PairSpec>();
    steps.forEach((pair, step) ->
        specs.put(
            pair,
            new PairSpec(
                pair,
                step.priceDecimals,
                step.lotDecimals,
                step.orderMinimum,
                step.costMinimum,
                costs.halfSpread(pair))));
    return specs;
  }

  /** Those of the names that this table has. */
  List<String> known(List<String> names) {
    return names.stream().filter(byName::containsKey).toList();
  }

  /**
   * The pairs that names or aliases mean; what is unknown or named twice is a problem of the key.
   */
  List<Pair> resolve(Section in, String key, List<String> names) {
    var resolved = new ArrayList<Pair>();
    for (String name : names) {
      Pair pair = byName.get(name);
      if (pair == null) {
        in.problem(
            key,
            name
                + " is not among pairs"
                + Nearest.to(name, byName.keySet())
                    .map(near -> "; the nearest is " + near)
                    .orElse(""));
      } else if (resolved.contains(pair)) {
        in.problem(key, name + " is another name of " + pair + ", which is listed already");
      } else {
        resolved.add(pair);
      }
    }
    return resolved;
  }
}
