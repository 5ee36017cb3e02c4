package mycelial.storage;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import mycelial.market.EntryVector;
import mycelial.market.Feature;
import mycelial.market.Pair;
import mycelial.market.Source;

/**
 * Swarms as JSON: one way to write each, so that equal swarms have equal bytes, and numbers in the
 * shortest form that reads back to the same bits ({@link Double#toString}, since JDK 19).
 */
final class SwarmJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS) // questions, not components
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addModule(values())
          .build();

  private SwarmJson() {}

  static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a swarm can be written as JSON", impossible);
    }
  }

  /**
   * @throws IOException when the bytes are not such a value
   */
  static <T> T read(byte[] json, Class<T> type) throws IOException {
    return MAPPER.readValue(json, type);
  }

  private static SimpleModule values() {
    return new SimpleModule()
        .addSerializer(Pair.class, new TextWriter<>(Pair.class, Pair::name))
        .addDeserializer(Pair.class, new TextReader<>(Pair.class, Pair::new))
        .addSerializer(Source.class, new TextWriter<>(Source.class, Source::key))
        .addDeserializer(Source.class, new TextReader<>(Source.class, Source::of))
        .addSerializer(EntryVector.class, new VectorWriter())
        .addDeserializer(EntryVector.class, new VectorReader());
  }

  /** Writes a value as its text. */
  private static final class TextWriter<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<T, String> text;

    TextWriter(Class<T> type, Function<T, String> text) {
      super(type);
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(text.apply(value));
    }
  }

  /** Reads a value from its text. */
  private static final class TextReader<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> value;

    TextReader(Class<T> type, Function<String, T> value) {
      super(type);
      this.value = value;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return value.apply(json.getText());
    }
  }

  private static final class VectorWriter extends StdSerializer<EntryVector> {
    private static final long serialVersionUID = 1L;

    VectorWriter() {
      super(EntryVector.class);
    }

    @Override
    public void serialize(EntryVector vector, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      for (Map.Entry<Feature, Double> rank : vector.ranks().entrySet()) {
        json.writeNumberField(rank.getKey().key(), rank.getValue());
      }
      json.writeEndObject();
    }
  }

  private static final class VectorReader extends StdDeserializer<EntryVector> {
    private static final long serialVersionUID = 1L;

    VectorReader() {
      super(EntryVector.class);
    }

    @Override
    public EntryVector deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      JsonNode node = context.readTree(json);
      Map<Feature, Double> ranks = new EnumMap<>(Feature.class);
      for (Feature feature : Feature.values()) {
        JsonNode rank = node.get(feature.key());
        if (rank != null) {
          ranks.put(feature, rank.doubleValue());
        }
      }
      return EntryVector.of(ranks);
    }
  }
}
