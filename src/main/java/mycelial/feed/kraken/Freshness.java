package mycelial.feed.kraken;

/** Since when data has not changed. Not safe for use by several threads. */
final class Freshness {
  private final double limit;
  private double lastChange;
  private double value = Double.NaN;

  /** Data that does not change for longer than that is stale, seconds. */
  Freshness(double limit, double now) {
    this.limit = limit;
    this.lastChange = now;
  }

  /** Something was told; it counts when it differs from what was told before. */
  boolean told(double fingerprint, double now) {
    boolean isNew = fingerprint != value;
    if (isNew) {
      value = fingerprint;
      lastChange = now;
    }
    return isNew;
  }

  boolean isStale(double now) {
    return now - lastChange > limit;
  }

  double age(double now) {
    return now - lastChange;
  }
}
