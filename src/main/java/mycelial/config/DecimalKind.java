package mycelial.config;

import java.math.BigDecimal;
import org.yaml.snakeyaml.nodes.Node;

/** A plain decimal number in a range, both ends included. */
record DecimalKind(BigDecimal minimum, BigDecimal maximum) implements Kind<BigDecimal> {
  @Override
  public BigDecimal parse(Node node) throws BadValueException {
    String text = Nodes.scalar(node, expected());
    if (!Numbers.isDecimal(text)) {
      throw new BadValueException(node, Nodes.shown(node) + " is not " + expected());
    }
    var number = Numbers.decimal(text);
    if (number.compareTo(minimum) < 0 || number.compareTo(maximum) > 0) {
      throw new BadValueException(
          node,
          Nodes.shown(node)
              + " is not between "
              + Numbers.plain(minimum)
              + " and "
              + Numbers.plain(maximum));
    }
    return number;
  }

  private String expected() {
    return "a number from " + Numbers.plain(minimum) + " to " + Numbers.plain(maximum);
  }

  @Override
  public String text(BigDecimal value) {
    return Numbers.plain(value);
  }
}
