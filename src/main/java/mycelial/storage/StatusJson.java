package mycelial.storage;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.SQLException;

/**
 * A status as JSON and back. A status of another version of the program can be read as long as it
 * has what this one needs: what this one does not know is passed over.
 */
final class StatusJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private StatusJson() {}

  static String write(SessionStatus status) {
    try {
      return MAPPER.writeValueAsString(status);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a status can be written as JSON", impossible);
    }
  }

  /**
   * @throws SQLException when the text is not a status
   */
  static SessionStatus read(String json) throws SQLException {
    try {
      return MAPPER.readValue(json, SessionStatus.class);
    } catch (JsonProcessingException damaged) {
      throw new SQLException(
          "a status is not what it should be: " + damaged.getOriginalMessage(), damaged);
    }
  }
}
