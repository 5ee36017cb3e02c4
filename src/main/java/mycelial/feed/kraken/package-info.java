/**
 * Kraken: its market data over WebSocket v2 and REST, its pairs and fees, and orders that are only
 * checked. Alone sees XChange.
 */
@NullMarked
package mycelial.feed.kraken;

import org.jspecify.annotations.NullMarked;
