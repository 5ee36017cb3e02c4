package mycelial.colony;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import mycelial.agent.guardian.HavenStatistics;
import mycelial.agent.trader.Fate;
import mycelial.agent.trader.TradingAgent;
import mycelial.config.Adversary;
import mycelial.config.HaltAction;
import mycelial.config.Haven;
import mycelial.config.RiskSettings;
import mycelial.market.SignalSource;

/** Adds up what HAVEN did. */
final class HavenResult {
  private HavenResult() {}

  static SessionResult.Haven of(RiskSettings risk, Roster roster) {
    HavenStatistics done = roster.guardian().statistics();
    TradingAgent trader = roster.trader();
    BigDecimal difference =
        trader
            .ledger(SignalSource.ACCOUNT)
            .equity()
            .subtract(trader.ledger(SignalSource.SYNTHESIZED).equity());
    Map<Fate, Long> fates =
        trader.fates().getOrDefault(SignalSource.ACCOUNT, new TreeMap<Fate, Long>());
    return new SessionResult.Haven(
        risk.haven() == Haven.ON,
        risk.adversary().mode() != Adversary.NONE,
        done.halts(),
        done.quarantines(),
        done.brakes(),
        done.probations(),
        done.hibernations(),
        fates.getOrDefault(Fate.HALTED, 0L)
            + fates.getOrDefault(Fate.HIBERNATED, 0L)
            + fates.getOrDefault(Fate.RESTRICTED, 0L),
        difference,
        BigDecimal.valueOf(done.maxContagionPercent())
            .setScale(1, RoundingMode.HALF_UP)
            .doubleValue(),
        done.largestFamily(),
        risk.onHalt() == HaltAction.KEEP);
  }
}
