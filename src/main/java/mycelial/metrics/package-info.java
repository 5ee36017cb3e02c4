/** Counters, gauges and histograms. */
@NullMarked
package mycelial.metrics;

import org.jspecify.annotations.NullMarked;
