package mycelial.stub;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts calls as Kraken does, for the caller's address or for the address and a pair: a bucket
 * that holds so many calls and fills at so many a second of the exchange. Safe for use by several
 * threads.
 */
final class RateLimit {
  private final double perSecond;
  private final int burst;
  private final Map<String, Bucket> buckets = new TreeMap<>();

  /** A limit; none when {@code perSecond} is 0. */
  RateLimit(double perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  private static final class Bucket {
    private double calls;
    private double time;
  }

  /** Whether a call counted under that name at that time is still allowed. */
  synchronized boolean allows(String name, double time) {
    if (perSecond == 0) {
      return true;
    }
    Bucket bucket = buckets.computeIfAbsent(name, ignored -> new Bucket());
    bucket.calls = Math.max(0, bucket.calls - perSecond * Math.max(0, time - bucket.time));
    bucket.time = time;
    if (bucket.calls + 1 > burst) {
      return false;
    }
    bucket.calls++;
    return true;
  }
}
