package mycelial.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads the keys of one section. Asking for a key declares it: what nobody asked for is unknown. A
 * wrong value is noted and its default returned, so that reading goes on to the next problem.
 */
final class Section {
  private final Settings settings;
  private final String prefix;
  private final @Nullable MappingNode node;

  Section(Settings settings, String prefix, @Nullable MappingNode node) {
    this.settings = settings;
    this.prefix = prefix;
    this.node = node;
  }

  /** The section below this one. */
  Section section(String key) {
    settings.declareSection(prefix + key);
    return new Section(
        settings, prefix + key + ".", fileNode(key) instanceof MappingNode child ? child : null);
  }

  /**
   * The names below this key, upper case, for sections that users name; the fallback if not there.
   */
  List<String> children(String key, List<String> fallback) {
    if (!(fileNode(key) instanceof MappingNode mapping)) {
      return fallback;
    }
    var names = new ArrayList<String>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name && !names.contains(name.getValue())) {
        names.add(name.getValue());
      }
    }
    return names;
  }

  int integer(String key, int fallback, int minimum, int maximum) {
    return Math.toIntExact(read(key, (long) fallback, new WholeKind(minimum, maximum)));
  }

  long whole(String key, long fallback, long minimum, long maximum) {
    return read(key, fallback, new WholeKind(minimum, maximum));
  }

  BigDecimal decimal(String key, String fallback, String minimum, String maximum) {
    return read(key, Numbers.decimal(fallback), range(minimum, maximum));
  }

  double real(String key, double fallback, double minimum, double maximum) {
    var kind = new DecimalKind(BigDecimal.valueOf(minimum), BigDecimal.valueOf(maximum));
    return read(key, BigDecimal.valueOf(fallback), kind).doubleValue();
  }

  boolean flag(String key, boolean fallback) {
    return read(key, fallback, new FlagKind());
  }

  <E extends Enum<E>> E choice(String key, E fallback) {
    return read(key, fallback, new ChoiceKind<>(fallback.getDeclaringClass()));
  }

  String url(String key) {
    return read(key, "", new UrlKind(List.of("http", "https"), true));
  }

  String url(String key, String fallback, String... schemes) {
    return read(key, fallback, new UrlKind(List.of(schemes), false));
  }

  String contact(String key) {
    return read(key, "", new ContactKind());
  }

  SortedMap<String, String> members(
      String key, SortedMap<String, String> fallback, MembersKind kind) {
    return read(key, fallback, kind);
  }

  List<String> names(String key, List<String> fallback) {
    return read(key, fallback, new NamesKind());
  }

  List<String> targets(String key, List<String> fallback) {
    return read(key, fallback, new TargetsKind());
  }

  Map<String, BigDecimal> decimals(
      String key, Map<String, BigDecimal> fallback, String minimum, String maximum) {
    return read(key, fallback, new DecimalsKind(range(minimum, maximum)));
  }

  private static DecimalKind range(String minimum, String maximum) {
    return new DecimalKind(new BigDecimal(minimum), new BigDecimal(maximum));
  }

  private <T> T read(String key, T fallback, Kind<T> kind) {
    String full = prefix + key;
    settings.declare(full);
    Raw raw = raw(key);
    T value = fallback;
    if (raw != null) {
      try {
        value = kind.parse(raw.node());
      } catch (BadValueException bad) {
        settings.problems().add(raw.at(bad.node()), full, String.valueOf(bad.getMessage()));
      }
    }
    settings.inForce(new Entry(full, kind.text(value), raw == null ? "default" : raw.origin()));
    return value;
  }

  /** Notes a problem with a key that is missing here and has no sensible default. */
  void require(String key, String why) {
    if (raw(key) == null) {
      settings.problems().add(settings.placeOf(node), prefix + key, "missing; " + why);
    }
  }

  /** Notes a problem with a key unless the condition holds or the key has one already. */
  void check(boolean holds, String key, String message) {
    if (!holds && !settings.problems().concern(prefix + key)) {
      problem(key, message);
    }
  }

  void problem(String key, String message) {
    Raw raw = raw(key);
    settings
        .problems()
        .add(raw == null ? settings.placeOf(node) : raw.at(raw.node()), prefix + key, message);
  }

  private @Nullable Raw raw(String key) {
    return settings.find(prefix + key, fileNode(key));
  }

  private @Nullable Node fileNode(String key) {
    if (node != null) {
      for (NodeTuple tuple : node.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return tuple.getValueNode();
        }
      }
    }
    return null;
  }

  /** The environment variable that sets a key. */
  static String variable(String key) {
    return Settings.PREFIX + key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
