package mycelial.metrics;

import java.util.List;

/**
 * How many durations fell into which bucket.
 *
 * @param boundsSeconds upper ends of the buckets, seconds, ascending; one more bucket holds what is
 *     longer than the last
 * @param counts durations in each bucket, one more than there are bounds; not cumulative
 * @param sumSeconds all durations together, seconds
 */
public record DurationCounts(List<Double> boundsSeconds, List<Long> counts, double sumSeconds) {
  /**
   * @throws IllegalArgumentException when the lists do not fit each other
   */
  public DurationCounts {
    boundsSeconds = List.copyOf(boundsSeconds);
    counts = List.copyOf(counts);
    if (counts.size() != boundsSeconds.size() + 1) {
      throw new IllegalArgumentException(
          counts.size() + " counts do not fit " + boundsSeconds.size() + " bounds");
    }
  }

  /** How many durations there were. */
  public long total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
