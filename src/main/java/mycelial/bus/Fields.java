package mycelial.bus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, each taken out once and with its exact type; what nobody took is
 * unknown. Made by {@link FieldsReader}. Members are looked for from where the last one was found,
 * as a message is read in the order in which it was written.
 */
final class Fields {
  /** More members than any message has: a search through them must stay short. */
  static final int MOST = 100;

  private String[] names = new String[16];
  private @Nullable Object[] values = new Object[16];
  private int size;
  private int taken;
  private int next;

  /**
   * Adds a member.
   *
   * @param value a {@link String}, {@link Boolean}, {@link NumberText}, {@link Fields}, {@link
   *     List} of such, or null
   * @throws MalformedMessageException when the name is empty or there already, or the members are
   *     too many
   */
  void add(String name, @Nullable Object value) {
    if (name.isEmpty()) {
      throw new MalformedMessageException("a field without a name");
    }
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        throw new MalformedMessageException("field '" + name + "' comes twice");
      }
    }
    if (size == MOST) {
      throw new MalformedMessageException("an object has more than " + MOST + " fields");
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    names[size] = name;
    values[size++] = value;
  }

  String text(String name) {
    if (take(name) instanceof String text) {
      return text;
    }
    throw wrong(name, "text");
  }

  @Nullable String optionalText(String name) {
    return has(name) ? text(name) : null;
  }

  boolean has(String name) {
    return find(name) >= 0;
  }

  boolean flag(String name) {
    if (take(name) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name, "true or false");
  }

  double number(String name) {
    if (take(name) instanceof NumberText number) {
      return number.toDouble(name);
    }
    throw wrong(name, "a number");
  }

  long whole(String name) {
    if (take(name) instanceof NumberText number && number.isLong()) {
      return number.toLong();
    }
    throw wrong(name, "a whole number");
  }

  int integer(String name) {
    long value = whole(name);
    if (value != (int) value) {
      throw new MalformedMessageException("'" + name + "' " + value + " is too large");
    }
    return (int) value;
  }

  BigDecimal decimal(String name) {
    if (take(name) instanceof NumberText number) {
      return number.toDecimal(name);
    }
    throw wrong(name, "a number");
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    String text = text(name);
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException unknown) {
      throw new MalformedMessageException("'" + name + "' has the unknown value '" + text + "'");
    }
  }

  Fields object(String name) {
    if (take(name) instanceof Fields object) {
      return object;
    }
    throw wrong(name, "an object");
  }

  List<Fields> objects(String name) {
    List<Fields> list = new ArrayList<>();
    for (Object element : array(name)) {
      if (!(element instanceof Fields object)) {
        throw wrong(name, "a list of objects");
      }
      list.add(object);
    }
    return list;
  }

  List<Integer> integers(String name) {
    List<Integer> list = new ArrayList<>();
    for (Object element : array(name)) {
      if (!(element instanceof NumberText number) || !number.isInt()) {
        throw wrong(name, "a list of whole numbers");
      }
      list.add((int) number.toLong());
    }
    return list;
  }

  List<String> texts(String name) {
    List<String> list = new ArrayList<>();
    for (Object element : array(name)) {
      if (!(element instanceof String text)) {
        throw wrong(name, "a list of texts");
      }
      list.add(text);
    }
    return list;
  }

  /** A number, or several in an array. */
  double[] numbers(String name) {
    Object value = take(name);
    List<?> list = value instanceof List<?> several ? several : List.of(value == null ? "" : value);
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!(list.get(i) instanceof NumberText number)) {
        throw wrong(name, "a number or several");
      }
      numbers[i] = number.toDouble(name);
    }
    return numbers;
  }

  /** The names of the members that nobody has taken yet. */
  List<String> names() {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (!names[i].isEmpty()) {
        left.add(names[i]);
      }
    }
    return left;
  }

  private List<?> array(String name) {
    if (take(name) instanceof List<?> list) {
      return list;
    }
    throw wrong(name, "a list");
  }

  /** Refuses members that nobody took. */
  void requireEmpty() {
    if (taken < size) {
      throw new MalformedMessageException("unknown field '" + names().getFirst() + "'");
    }
  }

  /** The index of a member that has not been taken, or -1. */
  private int find(String name) {
    for (int i = next; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    for (int i = 0; i < next; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable Object take(String name) {
    int index = find(name);
    if (index < 0) {
      throw new MalformedMessageException("no field '" + name + "'");
    }
    names[index] = ""; // taken; no member is called so
    taken++;
    next = index + 1;
    return values[index];
  }

  private static MalformedMessageException wrong(String name, String expected) {
    return new MalformedMessageException("'" + name + "' is not " + expected);
  }
}
