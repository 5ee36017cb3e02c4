package mycelial.bus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object into {@link Fields} without a tree of nodes: numbers stay text until somebody
 * knows what they are.
 */
final class FieldsReader {
  private FieldsReader() {}

  /**
   * The object that the bytes are.
   *
   * @throws MalformedMessageException when they are not exactly one object
   */
  static Fields read(byte[] json) throws IOException {
    try (JsonParser parser = Json.streams().createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedMessageException("expected an object");
      }
      Fields fields = object(parser);
      if (parser.nextToken() != null) {
        throw new MalformedMessageException("text after the message");
      }
      return fields;
    }
  }

  private static Fields object(JsonParser parser) throws IOException {
    Fields fields = new Fields();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      fields.add(name, value(parser, parser.nextToken()));
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw new MalformedMessageException("an object does not end");
    }
    return fields;
  }

  private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token)
      throws IOException {
    return switch (token) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> new NumberText(parser.getText(), true);
      case VALUE_NUMBER_FLOAT -> new NumberText(parser.getText(), false);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NULL -> null;
      case null, default -> throw new MalformedMessageException("a value is missing");
    };
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(value(parser, token));
    }
    return elements;
  }
}
