package mycelial.agent.guardian;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.config.HaltRelease;
import mycelial.config.RiskSettings;
import mycelial.market.Pair;

/**
 * What the guardian enforces.
 *
 * @param capital the account's starting capital, quote currency
 * @param positionSize value of a position of full size, quote currency
 * @param risk limits
 * @param release what lifts a risk halt
 * @param watchLists the pairs that each learner watches, by its id
 * @param forgetSeconds a learner that has announced no leading rule for longer has none
 */
public record GuardianSettings(
    BigDecimal capital,
    BigDecimal positionSize,
    RiskSettings risk,
    HaltRelease release,
    Map<Integer, List<Pair>> watchLists,
    double forgetSeconds) {
  /** Copies the table. */
  public GuardianSettings {
    watchLists = Collections.unmodifiableMap(new TreeMap<>(watchLists));
  }
}
