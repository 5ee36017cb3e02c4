package mycelial.feed.kraken;

/**
 * The best bid and ask of a pair.
 *
 * @param name of the pair as Kraken's answer calls it
 * @param bid best bid
 * @param ask best ask
 */
record BestPrices(String name, double bid, double ask) {}
