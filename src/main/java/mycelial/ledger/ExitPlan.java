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
public record ExitPlan(Side side, double stop, double target, double deadline) {}
