package mycelial.bus;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.message.MarketData;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@link MarketData}, by far the most frequent message, streamed field by field. Used
 * by one thread.
 */
final class MarketDataFormat {
  private static final SerializedString PAIR = new SerializedString("pair");
  private static final SerializedString INTERVAL = new SerializedString("interval");
  private static final SerializedString BAR = new SerializedString("bar");
  private static final SerializedString START = new SerializedString("start");
  private static final SerializedString OPEN = new SerializedString("open");
  private static final SerializedString HIGH = new SerializedString("high");
  private static final SerializedString LOW = new SerializedString("low");
  private static final SerializedString CLOSE = new SerializedString("close");
  private static final SerializedString VOLUME = new SerializedString("volume");
  private static final SerializedString TRADES = new SerializedString("trades");
  private static final SerializedString KIND = new SerializedString("kind");
  private static final SerializedString QUOTE = new SerializedString("quote");
  private static final SerializedString TIME = new SerializedString("time");
  private static final SerializedString MID = new SerializedString("mid");
  private static final SerializedString FEATURES = new SerializedString("features");
  private static final SerializedString GAP = new SerializedString("gap");
  private static final int KNOWN_PAIRS = 256;

  private static final Feature[] ALL_FEATURES = Feature.values();
  private static final SerializedString[] FEATURE_NAMES = featureNames();
  private static final Map<String, Feature> FEATURE_OF = featuresByName();

  private final DecimalText decimals;
  private final Map<String, Pair> pairs = new HashMap<>();

  private @Nullable Pair pair;
  private @Nullable Interval interval;
  private @Nullable BarFields bar;
  private @Nullable Quote quote;
  private FeatureVector features = FeatureVector.EMPTY;
  private @Nullable Boolean gap;

  MarketDataFormat(DecimalText decimals) {
    this.decimals = decimals;
  }

  private static SerializedString[] featureNames() {
    SerializedString[] names = new SerializedString[ALL_FEATURES.length];
    for (Feature feature : ALL_FEATURES) {
      names[feature.ordinal()] = new SerializedString(feature.key());
    }
    return names;
  }

  private static Map<String, Feature> featuresByName() {
    Map<String, Feature> byName = new HashMap<>();
    for (Feature feature : ALL_FEATURES) {
      byName.put(feature.key(), feature);
    }
    return byName;
  }

  void write(JsonGenerator json, MarketData data) throws IOException {
    json.writeFieldName(PAIR);
    json.writeString(data.pair().name());
    Bar closed = data.bar();
    if (closed != null) {
      writeBar(json, closed);
    }
    Quote newest = data.quote();
    if (newest != null) {
      json.writeFieldName(QUOTE);
      json.writeStartObject();
      exact(json, TIME, newest.time());
      exact(json, MID, newest.mid());
      json.writeEndObject();
    }
    if (!data.features().isEmpty()) {
      json.writeFieldName(FEATURES);
      writeFeatures(json, data.features());
    }
    json.writeFieldName(GAP);
    json.writeBoolean(data.gap());
  }

  private void writeBar(JsonGenerator json, Bar closed) throws IOException {
    json.writeFieldName(INTERVAL);
    json.writeNumber(closed.interval().minutes());
    json.writeFieldName(BAR);
    json.writeStartObject();
    json.writeFieldName(START);
    json.writeNumber(closed.start());
    exact(json, OPEN, closed.open());
    exact(json, HIGH, closed.high());
    exact(json, LOW, closed.low());
    exact(json, CLOSE, closed.close());
    exact(json, VOLUME, closed.volume());
    json.writeFieldName(TRADES);
    json.writeNumber(closed.trades());
    json.writeFieldName(KIND);
    json.writeString(closed.kind().name());
    json.writeEndObject();
  }

  void writeFeatures(JsonGenerator json, FeatureVector vector) throws IOException {
    json.writeStartObject();
    for (Feature feature : ALL_FEATURES) {
      if (vector.has(feature)) {
        json.writeFieldName(FEATURE_NAMES[feature.ordinal()]);
        writeFeature(json, vector, feature);
      }
    }
    json.writeEndObject();
  }

  /** A value, or a value and its rank in an array. */
  private void writeFeature(JsonGenerator json, FeatureVector vector, Feature feature)
      throws IOException {
    if (!vector.hasRank(feature)) {
      decimals.writeRounded(json, vector.value(feature));
      return;
    }
    json.writeStartArray();
    decimals.writeRounded(json, vector.value(feature));
    decimals.writeRounded(json, vector.rankOrNaN(feature));
    json.writeEndArray();
  }

  private void exact(JsonGenerator json, SerializedString name, double value) throws IOException {
    json.writeFieldName(name);
    decimals.writeExact(json, value);
  }

  /** Forgets what has been read of the message before. */
  void begin() {
    pair = null;
    interval = null;
    bar = null;
    quote = null;
    features = FeatureVector.EMPTY;
    gap = null;
  }

  /** Reads one member of the body; the parser stands on its name. */
  void read(JsonParser json, String name) throws IOException {
    json.nextToken();
    switch (name) {
      case "pair" -> pair = pairOf(Tokens.text(json, name));
      case "interval" -> interval = Interval.ofMinutes(Tokens.integer(json, name));
      case "bar" -> bar = readBar(json);
      case "quote" -> quote = readQuote(json);
      case "features" -> features = readFeatures(json);
      case "gap" -> gap = Tokens.flag(json, name);
      default -> throw new MalformedMessageException("unknown field '" + name + "'");
    }
  }

  /** The message of the members read since {@link #begin}. */
  MarketData end() {
    if (pair == null || gap == null) {
      throw new MalformedMessageException("no field '" + (pair == null ? "pair" : "gap") + "'");
    }
    if ((bar == null) != (interval == null)) {
      throw new MalformedMessageException("bar and interval go together, one is missing");
    }
    Bar closed = bar == null || interval == null ? null : bar.toBar(interval);
    return new MarketData(pair, closed, quote, features, gap);
  }

  private Pair pairOf(String name) {
    Pair known = pairs.get(name);
    if (known == null) {
      known = new Pair(name);
      if (pairs.size() < KNOWN_PAIRS) {
        pairs.put(name, known);
      }
    }
    return known;
  }

  private static BarFields readBar(JsonParser json) throws IOException {
    Tokens.expect(json, JsonToken.START_OBJECT, "bar");
    BarFields fields = new BarFields();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      fields.read(json, name);
    }
    Tokens.expect(json, JsonToken.END_OBJECT, "bar");
    fields.requireAll();
    return fields;
  }

  private static Quote readQuote(JsonParser json) throws IOException {
    Tokens.expect(json, JsonToken.START_OBJECT, "quote");
    double time = -1;
    double mid = -1;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (name.equals("time") && time < 0) {
        time = Tokens.number(json, name);
      } else if (name.equals("mid") && mid < 0) {
        mid = Tokens.number(json, name);
      } else {
        throw new MalformedMessageException("unknown or repeated field 'quote." + name + "'");
      }
    }
    Tokens.expect(json, JsonToken.END_OBJECT, "quote");
    return new Quote(time, mid);
  }

  private static void readFeature(
      JsonParser json, String name, Feature feature, FeatureVector.Builder builder)
      throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      builder.set(feature, Tokens.number(json, name));
      return;
    }
    json.nextToken();
    builder.set(feature, Tokens.number(json, name));
    json.nextToken();
    double rank = Tokens.number(json, name);
    if (!(rank >= 0 && rank <= 1)) {
      throw new MalformedMessageException("rank of " + name + " is not between 0 and 1");
    }
    builder.rank(feature, rank);
    json.nextToken();
    Tokens.expect(json, JsonToken.END_ARRAY, name);
  }

  private static FeatureVector readFeatures(JsonParser json) throws IOException {
    Tokens.expect(json, JsonToken.START_OBJECT, "features");
    FeatureVector.Builder builder = new FeatureVector.Builder();
    int seen = 0;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      Feature feature = FEATURE_OF.get(name);
      if (feature == null || (seen & 1 << feature.ordinal()) != 0) {
        throw new MalformedMessageException("unknown or repeated field 'features." + name + "'");
      }
      seen |= 1 << feature.ordinal();
      readFeature(json, name, feature, builder);
    }
    Tokens.expect(json, JsonToken.END_OBJECT, "features");
    return builder.build();
  }
}
