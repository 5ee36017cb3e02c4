package mycelial.report.explain;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mycelial.config.Configuration;
import mycelial.config.ConfigurationLoader;
import mycelial.ledger.CostModel;
import mycelial.ledger.ExitRules;
import mycelial.ledger.FeeTier;
import mycelial.storage.Journal;
import mycelial.storage.JournalReader;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a session traded, as its journal says.
 *
 * @param configuration its own
 * @param swarm id of the swarm that it started from, or null
 */
record Terms(Configuration configuration, @Nullable String swarm) {
  /** Those of a session, or empty when it has no journal: an older program played it. */
  static Optional<Terms> of(Path sessionFolder) {
    if (!Journal.exists(sessionFolder)) {
      return Optional.empty();
    }
    try (JournalReader journal = JournalReader.open(sessionFolder)) {
      Map<String, String> facts = journal.facts();
      String text = facts.getOrDefault("configuration", "");
      Map<String, String> overrides = new TreeMap<>();
      Said.tree(facts.getOrDefault("overrides", "{}"))
          .properties()
          .forEach(member -> overrides.put(member.getKey(), member.getValue().asText()));
      String swarm = facts.getOrDefault("swarm", "");
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Terms(
                  ConfigurationLoader.of("the session's configuration", text, overrides),
                  swarm.isEmpty() ? null : swarm));
    }
  }

  CostModel costs() {
    return new CostModel(
        configuration.costs().slippagePercent().movePointLeft(2),
        configuration.costs().takerTiers().stream()
            .map(tier -> new FeeTier(tier.volume(), tier.percent().movePointLeft(2)))
            .toList());
  }

  ExitRules exits() {
    return new ExitRules(configuration.trading().stopAtr(), configuration.trading().targetAtr());
  }
}
