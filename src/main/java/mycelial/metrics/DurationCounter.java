package mycelial.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts durations in fixed buckets from 0.1 ms to 10 s. One thread at a time may add; any may read
 * meanwhile, and then sees each count at most one duration behind.
 */
public final class DurationCounter {
  /** A 1-2-5 series, nanoseconds. */
  private static final long[] BOUNDS = {
    100_000L,
    200_000L,
    500_000L,
    1_000_000L,
    2_000_000L,
    5_000_000L,
    10_000_000L,
    20_000_000L,
    50_000_000L,
    100_000_000L,
    200_000_000L,
    500_000_000L,
    1_000_000_000L,
    2_000_000_000L,
    5_000_000_000L,
    10_000_000_000L
  };

  private static final double NANOS = 1e9;

  private final AtomicLongArray counts = new AtomicLongArray(BOUNDS.length + 1);
  private final AtomicLong sum = new AtomicLong();

  /** One more duration, nanoseconds. */
  public void add(long nanos) {
    int bucket = 0;
    while (bucket < BOUNDS.length && nanos > BOUNDS[bucket]) {
      bucket++;
    }
    counts.lazySet(bucket, counts.get(bucket) + 1);
    sum.lazySet(sum.get() + nanos);
  }

  /** What has been counted so far. */
  public DurationCounts counts() {
    List<Double> bounds = new ArrayList<>();
    List<Long> copy = new ArrayList<>();
    for (int i = 0; i < BOUNDS.length; i++) {
      bounds.add(BOUNDS[i] / NANOS);
      copy.add(counts.get(i));
    }
    copy.add(counts.get(BOUNDS.length));
    return new DurationCounts(bounds, copy, sum.get() / NANOS);
  }
}
