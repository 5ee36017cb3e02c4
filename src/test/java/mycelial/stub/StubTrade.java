package mycelial.stub;

/**
 * One trade of the stub's market.
 *
 * @param nanos when, nanoseconds since the epoch
 * @param ticks the price in ticks of the pair
 * @param units the quantity in units of 1e-8
 * @param buy whether the taker bought
 * @param id rising with time
 */
record StubTrade(long nanos, long ticks, long units, boolean buy, long id) {}
