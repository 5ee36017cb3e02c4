/** Recorded candles: a folder of OHLCVT files played back as a market feed. */
@NullMarked
package mycelial.feed.replay;

import org.jspecify.annotations.NullMarked;
