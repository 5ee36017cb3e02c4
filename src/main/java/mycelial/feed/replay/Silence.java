package mycelial.feed.replay;

import mycelial.market.Bar;
import org.jspecify.annotations.Nullable;

/**
 * The rule of the canonical series: without trades a pair carries its last close on in quiet bars
 * for at most an hour; what is longer is a gap. A row that says "nothing traded" and a missing row
 * mean the same.
 */
final class Silence {
  /** Longest silence that quiet bars fill, seconds. */
  static final long LIMIT = 3600;

  private Silence() {}

  /** Whether a row only repeats the last close, as the exchange's REST interface has it. */
  static boolean isQuiet(Bar bar, @Nullable Bar before) {
    return before != null
        && bar.volume() == 0
        && bar.trades() == 0
        && bar.high() == before.close()
        && bar.low() == before.close();
  }

  /** End of the last bar that can be known by {@code until} when nothing trades any more. */
  static long lastEnd(long lastTradedEnd, long until, long intervalSeconds) {
    long silence = Math.max(0, Math.min(until - lastTradedEnd, LIMIT));
    return lastTradedEnd + silence / intervalSeconds * intervalSeconds;
  }
}
