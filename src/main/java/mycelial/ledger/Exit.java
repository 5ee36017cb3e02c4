package mycelial.ledger;

/**
 * A verdict to close a position.
 *
 * @param reason why
 * @param mid the price before costs at which it is closed, quote currency
 * @param time when, seconds since the epoch
 */
public record Exit(ExitReason reason, double mid, double time) {}
