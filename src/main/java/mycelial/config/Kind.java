package mycelial.config;

import org.yaml.snakeyaml.nodes.Node;

/**
 * A type of value: how it is read and how it is shown.
 *
 * @param <T> the value's Java type
 */
interface Kind<T> {
  /**
   * The value written there.
   *
   * @throws BadValueException when it is of another type or out of range
   */
  T parse(Node node) throws BadValueException;

  /** The value's canonical text. */
  String text(T value);
}
