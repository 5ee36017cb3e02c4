package mycelial.config;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** A table of numbers by name (read in upper case), in the order written. */
record DecimalsKind(DecimalKind number) implements Kind<Map<String, BigDecimal>> {
  @Override
  public Map<String, BigDecimal> parse(Node node) throws BadValueException {
    var table = new LinkedHashMap<String, BigDecimal>();
    for (NodeTuple tuple : Nodes.tuples(node, "a table of 'name: number'")) {
      String name = Nodes.scalar(tuple.getKeyNode(), "a name").toUpperCase(Locale.ROOT);
      if (table.containsKey(name)) {
        throw new BadValueException(tuple.getKeyNode(), name + " is given twice; keep one");
      }
      try {
        table.put(name, number.parse(tuple.getValueNode()));
      } catch (BadValueException bad) {
        throw new BadValueException(bad.node(), name + ": " + bad.getMessage());
      }
    }
    return Collections.unmodifiableMap(table);
  }

  @Override
  public String text(Map<String, BigDecimal> value) {
    var text = new LinkedHashMap<String, String>();
    value.forEach((name, decimal) -> text.put(name, number.text(decimal)));
    return text.toString().replace("=", ": ");
  }
}
