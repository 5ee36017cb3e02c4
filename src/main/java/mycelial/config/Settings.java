package mycelial.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mycelial.config.Raw.Layer;
import mycelial.config.Raw.Place;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** The layers of one configuration while it is read: file, environment, options. */
final class Settings {
  static final String PREFIX = "MYCELIAL_";

  /** Variables with our prefix that are the launcher's, not settings. */
  private static final Set<String> LAUNCHER = Set.of("MYCELIAL_HOME", "MYCELIAL_JAVA_OPTS");

  private final String file;
  private final @Nullable MappingNode root;
  private final Map<String, String> environment = new TreeMap<>();
  private final Map<String, String> overrides;
  private final Problems problems = new Problems();
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final TreeSet<String> sections = new TreeSet<>();

  Settings(
      String file,
      @Nullable MappingNode root,
      Map<String, String> environment,
      Map<String, String> overrides) {
    this.file = file;
    this.root = root;
    this.overrides = overrides;
    environment.forEach((name, value) -> {
      if (name.startsWith(PREFIX) && !LAUNCHER.contains(name)) {
        this.environment.put(name, value);
      }
    });
  }

  Section root() {
    return new Section(this, "", root);
  }

  Problems problems() {
    return problems;
  }

  List<Entry> entries() {
    return entries;
  }

  void declare(String key) {
    keys.add(key);
  }

  void declareSection(String key) {
    sections.add(key);
  }

  void inForce(Entry entry) {
    entries.add(entry);
  }

  /** The strongest value given for a key, or null where its default holds. */
  @Nullable Raw find(String key, @Nullable Node inFile) {
    String option = overrides.get(key);
    if (option != null) {
      return new Raw(Layer.OPTION, option(key), Nodes.ofText(option));
    }
    String variable = Section.variable(key);
    String value = environment.get(variable);
    if (value != null) {
      return new Raw(Layer.ENVIRONMENT, variable, Nodes.ofText(value));
    }
    return inFile == null ? null : new Raw(Layer.FILE, file, inFile);
  }

  private static String option(String key) {
    return key.contains(".") ? "--set " + key : "--" + key;
  }

  /** The line of a node, or the file as a whole. */
  Place placeOf(@Nullable Node node) {
    return node == null ? new Place(Layer.FILE, 0, file) : Place.inFile(file, node);
  }

  /** Notes what was given but nobody asked for; to be called when everything has been read. */
  void noteUnknown() {
    if (root != null) {
      new DocumentCheck(file, keys, sections, problems).check(root, "");
    }
    List<String> variables = keys.stream().map(Section::variable).toList();
    for (String name : environment.keySet()) {
      if (!variables.contains(name)) {
        problems.add(
            new Place(Layer.ENVIRONMENT, 0, name),
            "",
            "unknown variable" + suggestion(Nearest.to(name, variables)));
      }
    }
    for (String key : overrides.keySet()) {
      if (!keys.contains(key)) {
        problems.add(
            new Place(Layer.OPTION, 0, option(key)),
            "",
            "unknown key" + suggestion(Nearest.to(key, keys)));
      }
    }
  }

  private static String suggestion(Optional<String> nearest) {
    return nearest
        .map(name -> "; the nearest is " + name)
        .orElse("; 'config show' lists the known ones");
  }
}
