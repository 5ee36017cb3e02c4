package mycelial.config;

import java.util.ArrayList;
import java.util.List;
import mycelial.market.MoatTarget;
import org.yaml.snakeyaml.nodes.Node;

/** A list of moat targets, each at most once; their case counts, as in channel names. */
record TargetsKind() implements Kind<List<String>> {
  @Override
  public List<String> parse(Node node) throws BadValueException {
    var targets = new ArrayList<String>();
    for (Node item : Nodes.items(node, "a list of targets")) {
      String target = Nodes.scalar(item, "a target");
      if (!MoatTarget.isName(target)) {
        throw new BadValueException(
            item, "'" + target + "' is not 1 to 64 of A-Z, a-z, 0-9, . _ + # / -");
      }
      if (targets.contains(target)) {
        throw new BadValueException(item, target + " is listed twice");
      }
      targets.add(target);
    }
    return List.copyOf(targets);
  }

  @Override
  public String text(List<String> value) {
    return value.toString();
  }
}
