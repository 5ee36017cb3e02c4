package mycelial.config;

import java.math.BigDecimal;

/**
 * When the account stops trading.
 *
 * @param maxDrawdownPercent drawdown, marked to market, at which it halts, percent
 * @param onHalt what then happens to open positions
 * @param release what lifts a risk halt of a paper session
 * @param replayRelease what lifts one of a replay
 */
public record RiskSettings(
    BigDecimal maxDrawdownPercent,
    HaltAction onHalt,
    HaltRelease release,
    HaltRelease replayRelease) {

  static RiskSettings read(Section in) {
    return new RiskSettings(
        in.decimal("max-drawdown-percent", "5", "0.1", "100"),
        in.choice("on-halt", HaltAction.KEEP),
        in.choice("release", HaltRelease.LATCH),
        in.choice("replay-release", HaltRelease.MIDNIGHT));
  }
}
