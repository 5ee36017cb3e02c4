package mycelial.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes and reads JSON. */
final class Json {
  /** Numbers keep every digit that they came with: Kraken's checksums need them. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /**
   * @throws JsonProcessingException when it is none
   */
  static JsonNode read(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /** Kraken's answer to a request that it has carried out. */
  static String result(JsonNode result) {
    ObjectNode answer = object();
    answer.putArray("error");
    answer.set("result", result);
    return answer.toString();
  }

  /** Kraken's answer to one that it has refused: still HTTP 200. */
  static String error(String message) {
    ObjectNode answer = object();
    answer.putArray("error").add(message);
    return answer.toString();
  }
}
