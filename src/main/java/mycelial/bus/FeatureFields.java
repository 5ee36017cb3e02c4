package mycelial.bus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import mycelial.market.EntryVector;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;

/** Reads features out of a message's members: a value, or a value and its rank in an array. */
final class FeatureFields {
  private FeatureFields() {}

  static FeatureVector read(Fields fields, String name) {
    Fields members = fields.object(name);
    FeatureVector.Builder builder = new FeatureVector.Builder();
    for (String key : members.names()) {
      read(builder, feature(key), members.any(key));
    }
    return builder.build();
  }

  /** Ranks alone, as a state is remembered. */
  static EntryVector readRanks(Fields fields, String name) {
    Fields members = fields.object(name);
    Map<Feature, Double> ranks = new EnumMap<>(Feature.class);
    for (String key : members.names()) {
      ranks.put(feature(key), members.number(key));
    }
    return EntryVector.of(ranks);
  }

  private static Feature feature(String key) {
    for (Feature feature : Feature.values()) {
      if (feature.key().equals(key)) {
        return feature;
      }
    }
    throw new MalformedMessageException("unknown feature '" + key + "'");
  }

  private static void read(FeatureVector.Builder builder, Feature feature, JsonNode node) {
    if (node.isNumber()) {
      builder.set(feature, node.doubleValue());
    } else if (node.isArray()
        && node.size() == 2
        && node.path(0).isNumber()
        && node.path(1).isNumber()) {
      builder.set(feature, node.path(0).doubleValue());
      builder.rank(feature, node.path(1).doubleValue());
    } else {
      throw new MalformedMessageException(
          "feature '" + feature.key() + "' is neither a value nor a value with its rank");
    }
  }
}
