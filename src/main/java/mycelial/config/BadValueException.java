package mycelial.config;

import org.yaml.snakeyaml.nodes.Node;

/** A value is not what its key takes; never leaves this package. */
final class BadValueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Node node;

  BadValueException(Node node, String message) {
    super(message);
    this.node = node;
  }

  /** Where the trouble is: the value or a part of it. */
  Node node() {
    return node;
  }
}
