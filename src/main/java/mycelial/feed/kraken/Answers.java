package mycelial.feed.kraken;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import mycelial.feed.kraken.KrakenException.Kind;
import org.jspecify.annotations.Nullable;

/** Reads what Kraken sends: JSON within bounds, the envelope of REST. Numbers are exact. */
final class Answers {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER = 64;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** XChange's readers leave off in the middle of a text. */
  private static final ObjectReader TYPES =
      MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Answers() {}

  /**
   * Any JSON.
   *
   * @throws KrakenException (MALFORMED) when it is none
   */
  static JsonNode json(String what, byte[] body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      if (node != null && !node.isMissingNode()) {
        return node;
      }
    } catch (IOException malformed) {
      throw new KrakenException(Kind.MALFORMED, what + ": " + described(body), malformed);
    }
    throw new KrakenException(Kind.MALFORMED, what + ": the answer is empty");
  }

  private static String described(byte[] body) {
    boolean page = body.length > 0 && body[0] == '<';
    return page
        ? "a web page came in place of an answer; something stands between here and Kraken"
        : "the answer is not whole JSON";
  }

  /**
   * What stands under {@code result} of an answer without errors.
   *
   * @throws KrakenException by the class of the error that stands in it, or MALFORMED
   */
  static JsonNode result(String what, byte[] body) {
    JsonNode answer = json(what, body);
    JsonNode errors = answer.path("error");
    for (JsonNode error : errors) {
      String text = error.asText();
      if (!text.startsWith("W")) {
        throw KrakenErrors.of(what, text);
      }
    }
    JsonNode result = answer.get("result");
    if (!errors.isArray() || result == null || result.isNull()) {
      throw new KrakenException(Kind.MALFORMED, what + ": the answer has no result");
    }
    return result;
  }

  /** The one entry that is not {@code last}: its key is Kraken's own id, whatever was asked. */
  static JsonNode onlyEntry(String what, JsonNode result) {
    JsonNode found = null;
    for (Map.Entry<String, JsonNode> entry : result.properties()) {
      if (!entry.getKey().equals("last")) {
        if (found != null) {
          throw new KrakenException(Kind.MALFORMED, what + ": the answer is about several pairs");
        }
        found = entry.getValue();
      }
    }
    if (found == null) {
      throw new KrakenException(Kind.MALFORMED, what + ": the answer is about no pair");
    }
    return found;
  }

  /**
   * A node as one of XChange's types.
   *
   * @throws KrakenException (MALFORMED) when it does not fit
   */
  static <T> T as(String what, JsonNode node, Class<T> type) {
    try {
      return TYPES.treeToValue(node, type);
    } catch (IOException | IllegalArgumentException misfit) {
      throw new KrakenException(
          Kind.MALFORMED, what + ": the answer has not the documented form", misfit);
    }
  }

  /** Text of a member, or null where there is none. */
  static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || !value.isTextual() ? null : value.textValue();
  }
}
