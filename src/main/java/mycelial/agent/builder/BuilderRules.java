package mycelial.agent.builder;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mycelial.config.AnalystSettings;
import mycelial.config.BuilderSettings;
import mycelial.market.Pair;
import mycelial.market.StrategyType;

/**
 * What the builder goes by.
 *
 * @param mined pairs that an analyst could hear of
 * @param analysts who is there from the start, and how many there may be
 * @param builder consensus, cooldown, idleness
 * @param windows how long a proposal of a team's member waits for another's, seconds
 */
public record BuilderRules(
    List<Pair> mined,
    AnalystSettings analysts,
    BuilderSettings builder,
    Map<StrategyType, Long> windows) {
  /** Copies list and table. */
  public BuilderRules {
    mined = List.copyOf(mined);
    windows = Collections.unmodifiableMap(new EnumMap<>(windows));
  }

  /** How long a proposal of that team counts, seconds. */
  long window(StrategyType team) {
    return windows.getOrDefault(team, 0L);
  }
}
