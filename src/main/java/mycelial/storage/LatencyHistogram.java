package mycelial.storage;

import java.time.Duration;

/**
 * Counts durations in buckets that grow by an eighth of a power of two, so that its size does not
 * depend on how many it has seen. Not safe for use by several threads.
 */
final class LatencyHistogram {
  private static final int STEPS = 8;

  private final long[] counts = new long[Long.SIZE * STEPS];
  private long total;

  void add(long nanos) {
    counts[bucket(Math.max(STEPS, nanos))]++;
    total++;
  }

  /** Upper end of the bucket that holds the quantile; zero when nothing has been counted. */
  Duration quantile(double level) {
    if (total == 0) {
      return Duration.ZERO;
    }
    long rank = Math.max(1, (long) Math.ceil(level * total));
    int bucket = 0;
    for (long seen = counts[0]; seen < rank; seen += counts[bucket]) {
      bucket++;
    }
    return Duration.ofNanos(upperEnd(bucket));
  }

  private static int bucket(long nanos) {
    int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
    int step = (int) (nanos >>> (exponent - 3)) & (STEPS - 1);
    return exponent * STEPS + step;
  }

  private static long upperEnd(int bucket) {
    int exponent = bucket / STEPS;
    return (long) (STEPS + bucket % STEPS + 1) << (exponent - 3);
  }
}
