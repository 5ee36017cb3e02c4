package mycelial.analysis;

import java.util.Arrays;

/**
 * Exact quantiles of the newest values: a ring that remembers their order of arrival beside a
 * sorted array. The quantile at a level is the nearest-rank one, the smallest value with at least
 * level x size values at or below it (Hyndman and Fan, "Sample quantiles in statistical packages",
 * The American Statistician 50, 1996, definition 1). Adding moves only what lies between the value
 * that leaves and the value that comes. Not safe for use by several threads.
 */
public final class RollingQuantile {
  /** Absorbs the rounding of level x size, so that 0.07 of 100 is rank 7. */
  private static final double RANK_TOLERANCE = 1e-9;

  private final double[] ring;
  private final double[] sorted;
  private final int minimum;
  private int size;
  private int next;

  /**
   * @param window how many of the newest values count
   * @param minimum how many values there must be before there is a quantile
   * @throws IllegalArgumentException unless 1 <= minimum <= window
   */
  public RollingQuantile(int window, int minimum) {
    if (minimum < 1 || minimum > window) {
      throw new IllegalArgumentException(
          "minimum " + minimum + " is not between 1 and the window of " + window);
    }
    this.ring = new double[window];
    this.sorted = new double[window];
    this.minimum = minimum;
  }

  /**
   * Takes a value in; the oldest leaves when the window is full.
   *
   * @throws IllegalArgumentException when it is NaN or infinite
   */
  public void add(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a sample must be a finite number, not " + value);
    }
    if (size < ring.length) {
      int to = insertionPoint(value);
      System.arraycopy(sorted, to, sorted, to + 1, size - to);
      sorted[to] = value;
      size++;
    } else {
      replace(ring[next], value);
    }
    ring[next] = value;
    next = next + 1 == ring.length ? 0 : next + 1;
  }

  private void replace(double leaving, double value) {
    int from = Arrays.binarySearch(sorted, 0, size, leaving);
    int to = insertionPoint(value);
    if (to > from) {
      to--;
      System.arraycopy(sorted, from + 1, sorted, from, to - from);
    } else {
      System.arraycopy(sorted, to, sorted, to + 1, from - to);
    }
    sorted[to] = value;
  }

  private int insertionPoint(double value) {
    int found = Arrays.binarySearch(sorted, 0, size, value);
    return found >= 0 ? found : -found - 1;
  }

  /** How many values are in the window. */
  public int size() {
    return size;
  }

  /** Whether there are enough values for a quantile. */
  public boolean isReady() {
    return size >= minimum;
  }

  /**
   * The nearest-rank quantile.
   *
   * @param level above 0, at most 1
   * @throws IllegalStateException when there are too few values: ask {@link #isReady} first
   * @throws IllegalArgumentException when the level is out of range
   */
  public double quantile(double level) {
    if (!isReady()) {
      throw new IllegalStateException(
          "a quantile of " + size + " values was asked for, " + minimum + " are needed");
    }
    return sorted[rank(level, size)];
  }

  /**
   * Where a value stands among those in the window: the share that lies below it, counting half of
   * those equal to it (the mid-rank, which is 0.5 for the median of any sample).
   *
   * @return 0 to 1
   * @throws IllegalStateException when there are too few values: ask {@link #isReady} first
   */
  public double standing(double value) {
    if (!isReady()) {
      throw new IllegalStateException(
          "the standing among " + size + " values was asked for, " + minimum + " are needed");
    }
    int below = firstAtLeast(value);
    int notAbove = below;
    while (notAbove < size && sorted[notAbove] == value) {
      notAbove++;
    }
    return (below + notAbove) / (2.0 * size);
  }

  /** Position of the first sorted value that is not below a value; the size if all are. */
  private int firstAtLeast(double value) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int rank(double level, int size) {
    if (!(level > 0 && level <= 1)) {
      throw new IllegalArgumentException("level " + level + " is not above 0 and at most 1");
    }
    int rank = (int) Math.ceil(level * size - RANK_TOLERANCE) - 1;
    return Math.min(Math.max(rank, 0), size - 1);
  }
}
