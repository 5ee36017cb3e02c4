package mycelial.config;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mycelial.market.MoatTarget;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * What a moat's source is asked about, and the name of the target that each belongs to; in the
 * order of the names.
 *
 * @param form what such a name looks like
 * @param example one of that form
 */
record MembersKind(Pattern form, String example) implements Kind<SortedMap<String, String>> {
  @Override
  public SortedMap<String, String> parse(Node node) throws BadValueException {
    SortedMap<String, String> members = new TreeMap<>();
    for (NodeTuple tuple : Nodes.tuples(node, "a table of 'name: target'")) {
      String name = Nodes.scalar(tuple.getKeyNode(), "a name");
      String target = Nodes.scalar(tuple.getValueNode(), "a target");
      if (!form.matcher(name).matches()) {
        throw new BadValueException(
            tuple.getKeyNode(), Nodes.shown(tuple.getKeyNode()) + " is not like " + example);
      }
      if (!MoatTarget.isName(target)) {
        throw new BadValueException(
            tuple.getValueNode(),
            name + ": '" + target + "' is not 1 to 64 of A-Z, a-z, 0-9, . _ + # / -");
      }
      if (members.put(name, target) != null) {
        throw new BadValueException(tuple.getKeyNode(), name + " is given twice; keep one");
      }
    }
    return Collections.unmodifiableSortedMap(members);
  }

  @Override
  public String text(SortedMap<String, String> value) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> member : value.entrySet()) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(member.getKey())
          .append(": ")
          .append(member.getValue());
    }
    return "{" + text + "}";
  }
}
