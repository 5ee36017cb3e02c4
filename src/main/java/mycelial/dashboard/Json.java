package mycelial.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mycelial.storage.TailRow;

/** JSON of this package; what cannot be parsed is shown as what it is. */
final class Json {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** The columns of a row, and its number as "n". */
  static ObjectNode row(TailRow row) {
    ObjectNode node = MAPPER.valueToTree(row.columns());
    return node.put("n", row.number());
  }

  static ArrayNode rows(List<TailRow> rows) {
    ArrayNode nodes = array();
    rows.forEach(each -> nodes.add(row(each)));
    return nodes;
  }

  /** A stored text as the JSON it should be; otherwise an object that holds the text. */
  static JsonNode parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node.isObject() ? node : object().put("text", text);
    } catch (JsonProcessingException bad) {
      return object().put("text", text).put("problem", "not JSON");
    }
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree can always be written", impossible);
    }
  }

  static String text(JsonNode node) {
    return new String(bytes(node), StandardCharsets.UTF_8);
  }
}
