package mycelial.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import mycelial.learning.ArchivedPattern;
import mycelial.market.Condition;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;

/** The JSON kept in text columns. */
final class FeatureJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FeatureJson() {}

  /**
   * The present features by key, as on the bus: a value, or a value and its rank, for example
   * {@code {"rsi":[31.5,0.12],"macd":-2.25}}.
   */
  static String features(FeatureVector vector) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (Feature feature : Feature.values()) {
      if (vector.hasRank(feature)) {
        json.putArray(feature.key()).add(vector.value(feature)).add(vector.rankOrNaN(feature));
      } else if (vector.has(feature)) {
        json.put(feature.key(), vector.value(feature));
      }
    }
    return json.toString();
  }

  /**
   * Reads what {@link #features} wrote, with the ranks or, as in rows of older programs, without.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static FeatureVector readFeatures(String text) {
    FeatureVector.Builder builder = new FeatureVector.Builder();
    for (Map.Entry<String, JsonNode> member : parse(text).properties()) {
      Feature feature = feature(member.getKey());
      JsonNode node = member.getValue();
      builder.set(feature, number(node.isArray() ? node.path(0) : node, feature));
      if (node.isArray()) {
        builder.rank(feature, number(node.path(1), feature));
      }
    }
    return builder.build();
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (!json.isObject()) {
        throw new IllegalArgumentException("features that are not an object: " + text);
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("features that are not JSON: " + text, e);
    }
  }

  private static Feature feature(String key) {
    Feature feature = Feature.find(key);
    if (feature == null) {
      throw new IllegalArgumentException("unknown feature '" + key + "'");
    }
    return feature;
  }

  private static double number(JsonNode node, Feature feature) {
    if (!node.isNumber()) {
      throw new IllegalArgumentException(feature.key() + " is " + node + ", not a number");
    }
    return node.doubleValue();
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
          .put("source", condition.source().key())
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
