package mycelial.config;

import java.math.BigInteger;
import org.yaml.snakeyaml.nodes.Node;

/** A whole number in a range, both ends included. */
record WholeKind(long minimum, long maximum) implements Kind<Long> {
  @Override
  public Long parse(Node node) throws BadValueException {
    String text = Nodes.scalar(node, expected());
    if (!Numbers.isDecimal(text) || text.contains(".")) {
      throw new BadValueException(node, Nodes.shown(node) + " is not " + expected());
    }
    var number = new BigInteger(text);
    if (number.compareTo(BigInteger.valueOf(minimum)) < 0
        || number.compareTo(BigInteger.valueOf(maximum)) > 0) {
      throw new BadValueException(
          node, Nodes.shown(node) + " is not between " + minimum + " and " + maximum);
    }
    return number.longValueExact();
  }

  private String expected() {
    return "a whole number from " + minimum + " to " + maximum;
  }

  @Override
  public String text(Long value) {
    return value.toString();
  }
}
