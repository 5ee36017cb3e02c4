package mycelial.feed.kraken;

import mycelial.market.Interval;

/**
 * When bars are closed.
 *
 * @param interval their length
 * @param grace a bar is closed once the stream has named a time so long after its end, seconds:
 *     messages about one pair come in order, those about others may be that much ahead
 * @param patience a bar is closed so long after its end where the stream names no time, seconds
 * @param late a bar that becomes known later than this after its end is late, seconds
 */
record BarRules(Interval interval, int grace, double patience, int late) {}
