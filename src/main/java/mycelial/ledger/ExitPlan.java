package mycelial.ledger;

import mycelial.market.Side;

/**
 * Where and when a position is to be closed.
 *
 * @param side direction of the position
 * @param stop price at or beyond which the loss is taken
 * @param target price at or beyond which the profit is taken
 * @param deadline when the horizon ends, seconds since the epoch
 */
public record ExitPlan(Side side, double stop, double target, double deadline) {
  /**
   * @throws IllegalArgumentException when a price or time is none, or the stop lies on the profit's
   *     side
   */
  public ExitPlan {
    Checks.price("stop", stop);
    Checks.price("target", target);
    Checks.time("deadline", deadline);
    if (side.sign() * (target - stop) < 0) {
      throw new IllegalArgumentException(
          "stop " + stop + " lies beyond target " + target + " of a " + side);
    }
  }
}
