package mycelial.config;

import java.math.BigDecimal;

/**
 * How the account is governed.
 *
 * @param haven whether it is
 * @param maxDrawdownPercent drawdown, marked to market, at which it halts, percent
 * @param onHalt what then happens to open positions
 * @param release what lifts a risk halt of a paper session
 * @param replayRelease what lifts one of a replay
 * @param emergencyDrawdownPercent drawdown from the session's highest equity at which the session
 *     ends, percent
 * @param contagion when a family of patterns is stopped
 * @param probation when a pair is traded smaller
 * @param compliance what is forbidden
 * @param adversary the fire drill
 */
public record RiskSettings(
    Haven haven,
    BigDecimal maxDrawdownPercent,
    HaltAction onHalt,
    HaltRelease release,
    HaltRelease replayRelease,
    BigDecimal emergencyDrawdownPercent,
    ContagionSettings contagion,
    ProbationSettings probation,
    ComplianceSettings compliance,
    AdversarySettings adversary) {

  static RiskSettings read(Section in, PairTable table) {
    var settings =
        new RiskSettings(
            in.choice("haven", Haven.ON),
            in.decimal("max-drawdown-percent", "5", "0.1", "100"),
            in.choice("on-halt", HaltAction.KEEP),
            in.choice("release", HaltRelease.LATCH),
            in.choice("replay-release", HaltRelease.MIDNIGHT),
            in.decimal("emergency-drawdown-percent", "15", "0.1", "100"),
            ContagionSettings.read(in),
            ProbationSettings.read(in),
            ComplianceSettings.read(in, table),
            AdversarySettings.read(in));
    in.check(
        settings.maxDrawdownPercent.compareTo(settings.emergencyDrawdownPercent) <= 0,
        "emergency-drawdown-percent",
        settings.emergencyDrawdownPercent.toPlainString()
            + " is less than risk.max-drawdown-percent, "
            + settings.maxDrawdownPercent.toPlainString());
    return settings;
  }
}
