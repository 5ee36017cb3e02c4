package mycelial.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Compares an answer with a recorded one: the same fields, of the same types. */
final class Shapes {
  private Shapes() {}

  /** A recorded answer; the test is skipped where the recordings are not at hand. */
  static JsonNode read(String name) throws IOException {
    Path file = Path.of(System.getProperty("mycelial.data", "../shared/data")).resolve(name);
    assumeTrue(Files.isRegularFile(file), file + " is not at hand");
    return Json.read(Files.readString(file));
  }

  /** Whether everything that the recorded answer has is in the other, of the same type. */
  static void requireAgreement(JsonNode recorded, JsonNode told) {
    compare("", recorded, told);
  }

  private static void compare(String path, JsonNode recorded, JsonNode told) {
    boolean nothing = recorded.isNull() || told.isNull();
    assertThat(nothing ? "" : type(told)).as(path).isEqualTo(nothing ? "" : type(recorded));
    if (recorded.isObject()) {
      for (Map.Entry<String, JsonNode> field : recorded.properties()) {
        assertThat(told.has(field.getKey())).as(path + "/" + field.getKey()).isTrue();
        compare(path + "/" + field.getKey(), field.getValue(), told.get(field.getKey()));
      }
    }
    if (recorded.isArray() && !recorded.isEmpty() && !told.isEmpty()) {
      compareRows(path, recorded, told);
    }
  }

  /** Rows of one kind are compared with the first of their like; a row of values one by one. */
  private static void compareRows(String path, JsonNode recorded, JsonNode told) {
    boolean rows = recorded.get(0).isContainerNode();
    for (int i = 0; i < (rows ? 1 : Math.min(recorded.size(), told.size())); i++) {
      compare(path + "/" + i, recorded.get(i), told.get(i));
    }
  }

  private static String type(JsonNode node) {
    return node.getNodeType().toString();
  }
}
