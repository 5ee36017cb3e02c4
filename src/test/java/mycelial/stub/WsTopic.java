package mycelial.stub;

/**
 * What can be subscribed to.
 *
 * @param channel ticker, ohlc, trade or book
 * @param pair the pair's place in the market
 * @param minutes length of the candles of ohlc; 0 for the others
 */
record WsTopic(String channel, int pair, int minutes) {}
