package mycelial.feed.kraken;

import mycelial.market.Interval;

/**
 * When bars are closed.
 *
 * @param interval their length
 * @param grace a bar is closed so long after its end where no newer one closes it, seconds
 * @param late a bar that becomes known later than this after its end is late, seconds
 */
record BarRules(Interval interval, int grace, int late) {}
