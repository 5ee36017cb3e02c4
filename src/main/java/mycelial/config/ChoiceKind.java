package mycelial.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** One of an enum's names, in any case, with hyphens for underscores. */
record ChoiceKind<E extends Enum<E>>(Class<E> type) implements Kind<E> {
  @Override
  public E parse(Node node) throws BadValueException {
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(ChoiceKind::label)
            .collect(Collectors.joining(", "));
    String label = Nodes.scalar(node, "one of " + choices).toLowerCase(Locale.ROOT);
    for (E constant : type.getEnumConstants()) {
      if (label(constant).equals(label.replace('_', '-'))) {
        return constant;
      }
    }
    throw new BadValueException(node, Nodes.shown(node) + " is not one of " + choices);
  }

  @Override
  public String text(E value) {
    return label(value);
  }

  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
