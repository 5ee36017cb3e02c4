/**
 * Exact money: costs, fills, positions, exits and the ledgers that measure the streams of trades.
 */
@NullMarked
package mycelial.ledger;

import org.jspecify.annotations.NullMarked;
