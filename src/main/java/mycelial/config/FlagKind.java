package mycelial.config;

import java.util.Locale;
import org.yaml.snakeyaml.nodes.Node;

/**
 * True or false; YAML's other words for them (yes, on) are refused, as readers differ about them.
 */
record FlagKind() implements Kind<Boolean> {
  @Override
  public Boolean parse(Node node) throws BadValueException {
    return switch (Nodes.scalar(node, "true or false").toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadValueException(node, Nodes.shown(node) + " is not true or false");
    };
  }

  @Override
  public String text(Boolean value) {
    return value.toString();
  }
}
