package mycelial.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import mycelial.config.Raw.Place;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Finds keys in a file that are unknown, given twice, or a value where a section belongs. */
final class DocumentCheck {
  private final String file;
  private final Collection<String> keys;
  private final Collection<String> sections;
  private final Problems problems;

  DocumentCheck(
      String file, Collection<String> keys, Collection<String> sections, Problems problems) {
    this.file = file;
    this.keys = keys;
    this.sections = sections;
    this.problems = problems;
  }

  /** Notes what is wrong in that mapping and in the sections below it. */
  void check(MappingNode mapping, String prefix) {
    Map<String, Integer> lines = new TreeMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place place = Place.inFile(file, tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        problems.add(place, "", "a key must be a plain name");
        continue;
      }
      String key = prefix + name.getValue();
      Integer first = lines.putIfAbsent(key, place.line());
      if (first != null) {
        problems.add(place, key, "given twice (first in line " + first + "); keep one");
      } else if (sections.contains(key)) {
        checkSection(tuple.getValueNode(), key);
      } else if (!keys.contains(key)) {
        problems.add(place, key, "unknown key; " + hint(prefix, name.getValue()));
      }
    }
  }

  private void checkSection(Node value, String key) {
    if (value instanceof MappingNode section) {
      check(section, key + ".");
    } else if (!Nodes.isEmpty(value)) {
      problems.add(
          Place.inFile(file, value),
          key,
          Nodes.shown(value) + " stands where keys and values of this section are expected");
    }
  }

  private String hint(String prefix, String name) {
    List<String> siblings =
        Stream.concat(sections.stream(), keys.stream())
            .filter(key -> key.startsWith(prefix) && key.indexOf('.', prefix.length()) < 0)
            .map(key -> key.substring(prefix.length()))
            .toList();
    Optional<String> meant =
        Nearest.to(name, siblings)
            .map(sibling -> prefix + sibling)
            .or(() -> keys.stream().filter(key -> key.endsWith("." + name)).findFirst());
    return meant
        .map(key -> "the nearest is " + key)
        .orElse("known here: " + String.join(", ", siblings));
  }
}
