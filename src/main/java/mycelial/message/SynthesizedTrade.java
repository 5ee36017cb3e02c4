package mycelial.message;

import java.math.BigDecimal;
import mycelial.market.Pair;

/**
 * A closed collision trade of the synthesized ledger, with the realised P&L of all three measuring
 * streams at that moment.
 *
 * @param tradeId the trade
 * @param pair the pair
 * @param entryTime seconds since the epoch
 * @param exitTime seconds since the epoch
 * @param entryPrice fill price
 * @param exitPrice fill price
 * @param pnl profit or loss of the trade after costs, quote currency
 * @param baselinePnl realised P&L of the baseline ledger so far, quote currency
 * @param mycelialPnl realised P&L of the mycelial ledger so far, quote currency
 * @param synthesizedPnl realised P&L of the synthesized ledger so far, quote currency
 */
public record SynthesizedTrade(
    String tradeId,
    Pair pair,
    double entryTime,
    double exitTime,
    BigDecimal entryPrice,
    BigDecimal exitPrice,
    BigDecimal pnl,
    BigDecimal baselinePnl,
    BigDecimal mycelialPnl,
    BigDecimal synthesizedPnl)
    implements Message {
  /**
   * @throws IllegalArgumentException when the trade ends before it begins
   */
  public SynthesizedTrade {
    Checks.identifier("tradeId", tradeId);
    Checks.finite("entryTime", entryTime);
    Checks.finite("exitTime", exitTime);
    if (exitTime < entryTime) {
      throw new IllegalArgumentException(
          "trade " + tradeId + " ends at " + exitTime + " before " + entryTime);
    }
  }
}
