package mycelial.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.nodes.Node;

/** A list of names, read in upper case, each at most once. */
record NamesKind() implements Kind<List<String>> {
  @Override
  public List<String> parse(Node node) throws BadValueException {
    var names = new ArrayList<String>();
    for (Node item : Nodes.items(node, "a list of names")) {
      String name = Nodes.scalar(item, "a name").toUpperCase(Locale.ROOT);
      if (names.contains(name)) {
        throw new BadValueException(item, name + " is listed twice");
      }
      names.add(name);
    }
    return List.copyOf(names);
  }

  @Override
  public String text(List<String> value) {
    return value.toString();
  }
}
