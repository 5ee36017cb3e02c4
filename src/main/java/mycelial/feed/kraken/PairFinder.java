package mycelial.feed.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import mycelial.market.Pair;
import mycelial.market.PairNames;
import mycelial.market.PairSpec;
import org.jspecify.annotations.Nullable;

/** Finds configured pairs among the rows of AssetPairs, by table and never by position. */
final class PairFinder {
  /** Names that Kraken gave up or never had, and those that it has in their place. */
  private static final Map<String, String> RENAMED = new TreeMap<>();

  static {
    RENAMED.put("MATICUSD", "POLUSD");
    RENAMED.put("EOSUSD", "AUSD");
    RENAMED.put("DOGEUSD", "XDGUSD");
    RENAMED.put("XLMUSD", "XXLMZUSD");
  }

  private static final int MOST_DECIMALS = 18;

  private PairFinder() {}

  static KrakenPairs find(Map<String, JsonNode> rows, Collection<PairSpec> specs, PairNames names) {
    Map<String, String> ids = ids(rows);
    var listed = new ArrayList<KrakenPair>();
    var missing = new TreeMap<Pair, String>();
    for (PairSpec spec : specs) {
      String id = id(spec.pair(), ids, names);
      if (id == null) {
        missing.put(spec.pair(), "Kraken does not list it, nor any of its other names");
        continue;
      }
      try {
        listed.add(pair(spec, id, rows.get(id)));
      } catch (IllegalArgumentException unusable) {
        missing.put(
            spec.pair(), "Kraken's row " + id + " cannot be used: " + unusable.getMessage());
      }
    }
    return new KrakenPairs(listed, missing);
  }

  /** Every name of a row with the row's id; ids go before other names. */
  private static Map<String, String> ids(Map<String, JsonNode> rows) {
    var ids = new TreeMap<String, String>();
    rows.keySet().forEach(id -> ids.put(id, id));
    rows.forEach((id, row) -> {
      for (String name : List.of("altname", "wsname")) {
        String other = Answers.text(row, name);
        if (other != null) {
          ids.putIfAbsent(other, id);
        }
      }
    });
    return ids;
  }

  private static @Nullable String id(Pair pair, Map<String, String> ids, PairNames names) {
    SequencedSet<String> candidates = new LinkedHashSet<>();
    candidates.add(pair.name());
    String renamed = RENAMED.get(pair.name());
    if (renamed != null) {
      candidates.add(renamed);
    }
    names
        .byName()
        .forEach((name, meant) -> {
          if (meant.equals(pair)) {
            candidates.add(name);
          }
        });
    for (String candidate : candidates) {
      if (ids.containsKey(candidate)) {
        return ids.get(candidate);
      }
    }
    return null;
  }

  private static KrakenPair pair(PairSpec spec, String id, @Nullable JsonNode row) {
    if (row == null || !row.isObject()) {
      throw new IllegalArgumentException("it is no object");
    }
    String quote = required(row, "quote");
    if (!quote.equals("ZUSD") && !quote.equals("USD")) {
      throw new IllegalArgumentException("it is quoted in " + quote + ", not in USD");
    }
    String altname = required(row, "altname");
    String wsname = Answers.text(row, "wsname");
    String status = Answers.text(row, "status");
    var exchanges =
        new PairSpec(
            spec.pair(),
            decimals(row, "pair_decimals"),
            decimals(row, "lot_decimals"),
            minimum(row, "ordermin", spec.orderMinimum()),
            minimum(row, "costmin", spec.costMinimum()),
            spec.halfSpread());
    return new KrakenPair(
        spec.pair(),
        id,
        altname,
        wsname == null ? altname : wsname,
        exchanges,
        fees(row.path("fees")),
        status == null ? "online" : status);
  }

  private static String required(JsonNode row, String name) {
    String text = Answers.text(row, name);
    if (text == null) {
      throw new IllegalArgumentException("it has no " + name);
    }
    return text;
  }

  private static int decimals(JsonNode row, String name) {
    JsonNode value = row.path(name);
    if (!value.isInt() || value.intValue() < 0 || value.intValue() > MOST_DECIMALS) {
      throw new IllegalArgumentException("its " + name + " is " + KrakenErrors.shown("" + value));
    }
    return value.intValue();
  }

  private static BigDecimal minimum(JsonNode row, String name, BigDecimal fallback) {
    String text = Answers.text(row, name);
    if (text == null) {
      return fallback;
    }
    try {
      BigDecimal minimum = new BigDecimal(text);
      if (minimum.signum() >= 0) {
        return minimum;
      }
    } catch (NumberFormatException none) {
      throw new IllegalArgumentException(
          "its " + name + " is '" + KrakenErrors.shown(text) + "'", none);
    }
    throw new IllegalArgumentException("its " + name + " is negative");
  }

  private static List<TakerFee> fees(JsonNode table) {
    var fees = new ArrayList<TakerFee>();
    for (JsonNode step : table) {
      if (step.size() == 2 && step.get(0).isNumber() && step.get(1).isNumber()) {
        fees.add(new TakerFee(step.get(0).decimalValue(), step.get(1).decimalValue()));
      }
    }
    return fees;
  }
}
