package mycelial.ledger;

import mycelial.market.Side;
import mycelial.market.StrategyType;

/**
 * What an exit plan is made from, apart from the volatility.
 *
 * @param side direction of the position
 * @param mid price at the entry before costs, quote currency
 * @param time from which the horizon counts: when the price became known, not when it was acted on,
 *     or every position would be held a bar too long; seconds since the epoch
 * @param horizonMinutes how long the idea wants to hold
 * @param strategyType style; caps the horizon
 */
public record EntryTerms(
    Side side, double mid, double time, int horizonMinutes, StrategyType strategyType) {
  /**
   * @throws IllegalArgumentException when price, time or horizon cannot be
   */
  public EntryTerms {
    Checks.price("mid", mid);
    Checks.time("time", time);
    if (horizonMinutes < 1) {
      throw new IllegalArgumentException("horizon " + horizonMinutes + " is not a minute or more");
    }
  }
}
