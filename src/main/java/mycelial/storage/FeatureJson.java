package mycelial.storage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mycelial.learning.ArchivedPattern;
import mycelial.market.Condition;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;

/** The JSON kept in text columns. */
final class FeatureJson {
  private FeatureJson() {}

  /** The present features by key, for example {@code {"rsi":31.5}}. */
  static String features(FeatureVector vector) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (Feature feature : Feature.values()) {
      vector.find(feature).ifPresent(value -> json.put(feature.key(), value));
    }
    return json.toString();
  }

  /** What a pattern consists of and what it has achieved. */
  static String pattern(ArchivedPattern pattern) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("patternId", pattern.patternId());
    json.put("pair", pattern.pair().name());
    json.put("side", pattern.side().name());
    json.put("horizonMinutes", pattern.horizonMinutes());
    json.set("conditions", conditions(pattern.conditions()));
    json.put("outcomes", pattern.outcomes());
    json.put("meanReturn", finite("mean return", pattern.meanReturn()));
    json.put("tStatistic", finite("t statistic", pattern.tStatistic()));
    json.put("grade", pattern.grade().name());
    json.put("generation", pattern.generation());
    return json.toString();
  }

  private static ArrayNode conditions(List<Condition> conditions) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Condition condition : conditions) {
      array
          .addObject()
          .put("pair", condition.pair().name())
          .put("feature", condition.feature().key())
          .put("comparison", condition.comparison().name())
          .put("quantile", condition.quantile());
    }
    return array;
  }

  private static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          name + " of the pattern is " + value + ", not a number to store");
    }
    return value;
  }
}
