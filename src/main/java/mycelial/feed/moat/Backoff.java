package mycelial.feed.moat;

import java.util.SplittableRandom;

/**
 * The chance in when a source is asked, and how long to wait after failures in a row: ten seconds,
 * doubled each time up to a quarter of an hour, of which at most half is taken off by chance. Used
 * by one thread.
 */
final class Backoff {
  private static final double FIRST = 10;
  private static final double LONGEST = 900;

  private final SplittableRandom random;

  Backoff(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A share, 0 to 1, so that not everybody asks at the full hour. */
  double share() {
    return random.nextDouble();
  }

  /** After that many failures in a row, seconds of the exchange. */
  double delay(int failures) {
    double doubled = Math.min(LONGEST, FIRST * (1L << Math.min(failures - 1, 20)));
    return doubled * (1 + random.nextDouble()) / 2;
  }
}
