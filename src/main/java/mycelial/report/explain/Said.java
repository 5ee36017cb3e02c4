package mycelial.report.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Source;
import mycelial.storage.StoredMessage;

/**
 * A stored message with its body as a tree.
 *
 * @param message who, when, where
 * @param body what
 */
record Said(StoredMessage message, JsonNode body) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Said of(StoredMessage message) {
    return new Said(message, tree(message.body()));
  }

  static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException("what is stored is not JSON any more", damaged);
    }
  }

  String text(String field) {
    return body.path(field).asText();
  }

  double number(String field) {
    return body.path(field).asDouble();
  }

  boolean is(String channel) {
    return message.channel().equals(channel);
  }

  /** Whether a field says that. */
  boolean says(String field, String value) {
    return text(field).equals(value);
  }

  double time() {
    return message.time();
  }

  /** Where it is stored. */
  String source() {
    return "messages/" + message.agent() + "#" + message.seq();
  }

  /** A node about it. */
  Draft draft(String title) {
    return new Draft(title, source()).at(message.time());
  }

  /** The conditions in a member of that name; none where there is no such member. */
  static List<Condition> conditions(JsonNode array) {
    List<Condition> conditions = new ArrayList<>();
    for (JsonNode each : array) {
      conditions.add(
          new Condition(
              Source.of(each.path("source").asText()),
              Comparison.valueOf(each.path("comparison").asText()),
              each.path("quantile").asDouble()));
    }
    return conditions;
  }
}
