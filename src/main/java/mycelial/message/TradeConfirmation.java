package mycelial.message;

import java.math.BigDecimal;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;

/**
 * A fill of one ledger.
 *
 * @param stream whose ledger
 * @param tradeId the trade; its opening and closing fill share it
 * @param action whether the fill opened or closed the position
 * @param pair the pair
 * @param side side of the order that was filled
 * @param quantity base currency
 * @param price fill price, half spread and slippage included
 * @param fee quote currency
 * @param cash the ledger's cash after the fill, quote currency
 * @param reason the idea's words, or why the position was closed
 * @param features the pair's features at the entry; empty when the fill closes
 */
public record TradeConfirmation(
    SignalSource stream,
    String tradeId,
    Action action,
    Pair pair,
    Side side,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal fee,
    BigDecimal cash,
    String reason,
    FeatureVector features)
    implements Message {

  /** Whether a fill opens or closes a position. */
  public enum Action {
    OPEN,
    CLOSE
  }

  /**
   * @throws IllegalArgumentException when quantity or price is not above zero
   */
  public TradeConfirmation {
    Checks.identifier("tradeId", tradeId);
    if (quantity.signum() <= 0 || price.signum() <= 0) {
      throw new IllegalArgumentException(
          "fill of " + quantity + " at " + price + " is not above zero");
    }
  }
}
