package mycelial.feed.kraken;

/**
 * A bar as Kraken tells it, unchecked, perhaps still running.
 *
 * @param start seconds since the epoch
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume in base currency
 * @param trades number of trades
 */
record Candle(
    long start, double open, double high, double low, double close, double volume, long trades) {}
