package mycelial.ledger;

import mycelial.market.SignalSource;

/**
 * An open position of one ledger. A ledger holds at most one a pair.
 *
 * @param tradeId identifies the trade; the same in every run with the same input
 * @param stream whose ledger
 * @param order what was asked for
 * @param entry the opening fill
 * @param plan where and when it is to be closed
 */
public record Position(
    String tradeId, SignalSource stream, Order order, Fill entry, ExitPlan plan) {}
