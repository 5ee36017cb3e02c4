package mycelial.bench.learning;

import java.util.Locale;
import java.util.Map;

/** The colony as it is shipped, and what can be taken from it: settings of the configuration. */
enum Variant {
  FULL(Map.of()),
  /** Ideas are proven without regard to how many rules were tried. */
  NO_FALSE_DISCOVERY_CONTROL(Map.of("learning.false-discovery", "off")),
  /** One learner's vote is enough. */
  NO_RULE_OF_THREE(Map.of("council.quorum", "1")),
  /** Rules vote without a retest. */
  NO_RESEARCH(Map.of("council.research-quorum", "0")),
  /** What became of earlier trades is not asked. */
  NO_MEMORY(Map.of("memory.mode", "off")),
  /** Rules are drawn, never bred. */
  NO_EVOLUTION(Map.of("learning.evolution", "off"));

  private final Map<String, String> settings;

  Variant(Map<String, String> settings) {
    this.settings = settings;
  }

  /** The name in tables and files. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is different, dotted key to text. */
  Map<String, String> settings() {
    return settings;
  }
}
