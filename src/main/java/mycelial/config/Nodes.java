package mycelial.config;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML nodes. Lists and tables may also be written as one text with commas ({@code A, B} or
 * {@code A: 1, B: 2}), which is how an environment variable gives them.
 */
final class Nodes {
  private static final int SHOWN = 60;

  private Nodes() {}

  /** A node for text that comes from elsewhere than a file. */
  static Node ofText(String text) {
    return new ScalarNode(Tag.STR, text, null, null, ScalarStyle.PLAIN);
  }

  /** Whether nothing is written there. */
  static boolean isEmpty(Node node) {
    return node instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().isBlank();
  }

  /** The single value, without blanks around it. */
  static String scalar(Node node, String expected) throws BadValueException {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw new BadValueException(node, shown(node) + " is not " + expected);
  }

  static List<Node> items(Node node, String expected) throws BadValueException {
    return switch (node) {
      case SequenceNode sequence -> sequence.getValue();
      case ScalarNode scalar when !isEmpty(node) -> pieces(scalar, "[", "]");
      default -> throw new BadValueException(node, shown(node) + " is not " + expected);
    };
  }

  static List<NodeTuple> tuples(Node node, String expected) throws BadValueException {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    if (!(node instanceof ScalarNode scalar) || isEmpty(node)) {
      throw new BadValueException(node, shown(node) + " is not " + expected);
    }
    var tuples = new ArrayList<NodeTuple>();
    for (Node piece : pieces(scalar, "{", "}")) {
      String text = scalar(piece, expected);
      int colon = text.indexOf(':');
      if (colon < 0) {
        throw new BadValueException(node, shown(node) + " is not " + expected);
      }
      tuples.add(
          new NodeTuple(
              part(scalar, text.substring(0, colon)), part(scalar, text.substring(colon + 1))));
    }
    return tuples;
  }

  private static List<Node> pieces(ScalarNode node, String open, String close) {
    String text = node.getValue().strip();
    if (text.startsWith(open) && text.endsWith(close)) {
      text = text.substring(1, text.length() - 1);
    }
    var pieces = new ArrayList<Node>();
    if (!text.isBlank()) {
      for (String piece : text.split(",", -1)) {
        pieces.add(part(node, piece));
      }
    }
    return pieces;
  }

  private static Node part(ScalarNode whole, String text) {
    return new ScalarNode(
        Tag.STR, text.strip(), whole.getStartMark(), whole.getEndMark(), ScalarStyle.PLAIN);
  }

  /** The value as an error message shows it. */
  static String shown(Node node) {
    return switch (node) {
      case SequenceNode list -> "a list";
      case MappingNode mapping -> "a table";
      case ScalarNode scalar -> shown(scalar.getValue());
      default -> "this";
    };
  }

  private static String shown(String value) {
    if (value.isBlank()) {
      return "an empty value";
    }
    String printable = value.strip().replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "...";
  }
}
