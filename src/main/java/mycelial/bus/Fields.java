package mycelial.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, each taken out once and with its exact type; what nobody took is
 * unknown.
 */
final class Fields {
  /** Beyond these a decimal is no amount of money but an attack on the memory. */
  private static final int LARGEST_SCALE = 400;

  private final ObjectNode object;

  Fields(JsonNode node) {
    if (!(node instanceof ObjectNode members)) {
      throw new MalformedMessageException("expected an object, found " + node.getNodeType());
    }
    object = members;
  }

  String text(String name) {
    JsonNode value = take(name);
    if (!value.isTextual()) {
      throw wrongType(name, "text", value);
    }
    return value.textValue();
  }

  @Nullable String optionalText(String name) {
    return object.has(name) ? text(name) : null;
  }

  boolean has(String name) {
    return object.has(name);
  }

  boolean flag(String name) {
    JsonNode value = take(name);
    if (!value.isBoolean()) {
      throw wrongType(name, "true or false", value);
    }
    return value.booleanValue();
  }

  double number(String name) {
    JsonNode value = take(name);
    if (!value.isNumber()) {
      throw wrongType(name, "a number", value);
    }
    double number = decimalOf(name, value).doubleValue();
    if (Double.isInfinite(number)) {
      throw new MalformedMessageException("'" + name + "' is not finite");
    }
    return number;
  }

  long whole(String name) {
    JsonNode value = take(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrongType(name, "a whole number", value);
    }
    return value.longValue();
  }

  int integer(String name) {
    long value = whole(name);
    if (value != (int) value) {
      throw new MalformedMessageException("'" + name + "' " + value + " is too large");
    }
    return (int) value;
  }

  BigDecimal decimal(String name) {
    JsonNode value = take(name);
    if (!value.isNumber()) {
      throw wrongType(name, "a number", value);
    }
    return decimalOf(name, value);
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    String text = text(name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw new MalformedMessageException("'" + name + "' has the unknown value '" + text + "'");
  }

  Fields object(String name) {
    return new Fields(take(name));
  }

  List<Fields> objects(String name) {
    List<Fields> list = new ArrayList<>();
    for (JsonNode element : array(name)) {
      list.add(new Fields(element));
    }
    return list;
  }

  List<Integer> integers(String name) {
    List<Integer> list = new ArrayList<>();
    for (JsonNode element : array(name)) {
      if (!element.isIntegralNumber() || !element.canConvertToInt()) {
        throw wrongType(name, "whole numbers", element);
      }
      list.add(element.intValue());
    }
    return list;
  }

  List<String> texts(String name) {
    List<String> list = new ArrayList<>();
    for (JsonNode element : array(name)) {
      if (!element.isTextual()) {
        throw wrongType(name, "texts", element);
      }
      list.add(element.textValue());
    }
    return list;
  }

  /** The names of the members that nobody has taken yet. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A member of any type. */
  JsonNode any(String name) {
    return take(name);
  }

  private JsonNode array(String name) {
    JsonNode value = take(name);
    if (!value.isArray()) {
      throw wrongType(name, "a list", value);
    }
    return value;
  }

  /** Refuses members that nobody took. */
  void requireEmpty() {
    if (!object.isEmpty()) {
      throw new MalformedMessageException("unknown field '" + object.fieldNames().next() + "'");
    }
  }

  private JsonNode take(String name) {
    JsonNode value = object.remove(name);
    if (value == null) {
      throw new MalformedMessageException("no field '" + name + "'");
    }
    return value;
  }

  private static BigDecimal decimalOf(String name, JsonNode value) {
    BigDecimal decimal = value.decimalValue();
    if (Math.abs((long) decimal.scale()) > LARGEST_SCALE) {
      throw new MalformedMessageException("'" + name + "' has too many digits");
    }
    return decimal;
  }

  private static MalformedMessageException wrongType(String name, String expected, JsonNode value) {
    return new MalformedMessageException(
        "'" + name + "' is " + value.getNodeType() + ", expected " + expected);
  }
}
