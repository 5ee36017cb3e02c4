package mycelial.ledger;

import mycelial.market.Pair;
import mycelial.market.Side;

/**
 * Two ideas that agreed within the window.
 *
 * @param pair the pair
 * @param side the direction
 * @param baselineIdea first statement of the baseline idea
 * @param mycelialIdea first statement of the mycelial idea
 * @param baselineTime timestamp of the statement that collided, seconds since the epoch
 * @param mycelialTime timestamp of the statement that collided, seconds since the epoch
 * @param result what the synthesized ledger did, for example OPENED or ALREADY_LONG
 */
public record CollisionRecord(
    Pair pair,
    Side side,
    String baselineIdea,
    String mycelialIdea,
    double baselineTime,
    double mycelialTime,
    String result) {
  /**
   * @throws IllegalArgumentException when a time is none
   */
  public CollisionRecord {
    Checks.time("baselineTime", baselineTime);
    Checks.time("mycelialTime", mycelialTime);
  }
}
