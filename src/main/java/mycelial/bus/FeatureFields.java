package mycelial.bus;

import mycelial.market.Feature;
import mycelial.market.FeatureVector;

/** Reads features out of a message's members: a value, or a value and its rank in an array. */
final class FeatureFields {
  private FeatureFields() {}

  static FeatureVector read(Fields fields, String name) {
    Fields members = fields.object(name);
    FeatureVector.Builder builder = new FeatureVector.Builder();
    for (String key : members.names()) {
      read(builder, feature(key), members.numbers(key));
    }
    return builder.build();
  }

  private static Feature feature(String key) {
    Feature feature = Feature.find(key);
    if (feature == null) {
      throw new MalformedMessageException("unknown feature '" + key + "'");
    }
    return feature;
  }

  private static void read(FeatureVector.Builder builder, Feature feature, double[] numbers) {
    if (numbers.length < 1 || numbers.length > 2) {
      throw new MalformedMessageException(
          "feature '" + feature.key() + "' is neither a value nor a value with its rank");
    }
    builder.set(feature, numbers[0]);
    if (numbers.length == 2) {
      builder.rank(feature, numbers[1]);
    }
  }
}
