package mycelial.agent.guardian;

import java.math.BigDecimal;
import mycelial.config.HaltAction;
import mycelial.config.HaltRelease;

/**
 * What the guardian enforces.
 *
 * @param capital the account's starting capital, quote currency
 * @param maxDrawdownPercent drawdown at which trading halts, percent
 * @param onHalt what happens to open positions
 * @param release what lifts a risk halt
 */
public record GuardianSettings(
    BigDecimal capital, BigDecimal maxDrawdownPercent, HaltAction onHalt, HaltRelease release) {}
