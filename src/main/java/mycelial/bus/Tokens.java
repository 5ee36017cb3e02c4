package mycelial.bus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Typed values of a JSON parser; nothing is coerced. */
final class Tokens {
  private Tokens() {}

  static void expect(JsonParser json, JsonToken token, String name) {
    if (json.currentToken() != token) {
      throw wrongType(name, token.name(), json);
    }
  }

  static String text(JsonParser json, String name) throws IOException {
    expect(json, JsonToken.VALUE_STRING, name);
    return json.getText();
  }

  static double number(JsonParser json, String name) throws IOException {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      throw wrongType(name, "a number", json);
    }
    double value = json.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw new MalformedMessageException("'" + name + "' is not finite");
    }
    return value;
  }

  static long whole(JsonParser json, String name) throws IOException {
    expect(json, JsonToken.VALUE_NUMBER_INT, name);
    return json.getLongValue();
  }

  static int integer(JsonParser json, String name) throws IOException {
    expect(json, JsonToken.VALUE_NUMBER_INT, name);
    return json.getIntValue();
  }

  static boolean flag(JsonParser json, String name) {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw wrongType(name, "true or false", json);
    }
    return token == JsonToken.VALUE_TRUE;
  }

  private static MalformedMessageException wrongType(
      String name, String expected, JsonParser json) {
    return new MalformedMessageException(
        "'" + name + "' is " + json.currentToken() + ", expected " + expected);
  }
}
