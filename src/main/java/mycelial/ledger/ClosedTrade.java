package mycelial.ledger;

import java.math.BigDecimal;

/**
 * A position that has been closed.
 *
 * @param position what was held
 * @param exit the closing fill
 * @param reason why it was closed
 * @param pnl profit or loss after fees, half spreads and slippage, quote currency, exact
 */
public record ClosedTrade(Position position, Fill exit, ExitReason reason, BigDecimal pnl) {
  /**
   * @throws IllegalArgumentException when the exit is before the entry or on its side
   */
  public ClosedTrade {
    Fill entry = position.entry();
    if (exit.time() < entry.time() || exit.side() == entry.side()) {
      throw new IllegalArgumentException(
          position.tradeId() + ": " + exit + " cannot close " + entry);
    }
  }

  /** Holding time in whole seconds. */
  public long holdSeconds() {
    return (long) (exit.time() - position.entry().time());
  }

  /** Both fees, quote currency. */
  public BigDecimal fees() {
    return position.entry().fee().add(exit.fee());
  }

  /** Whether the trade earned money after costs. */
  public boolean isWin() {
    return pnl.signum() > 0;
  }
}
