package mycelial.analysis;

/**
 * Mean and variance of a growing sample in constant memory, by Welford's recurrence (B. P. Welford,
 * "Note on a method for calculating corrected sums of squares and products", Technometrics 4, 1962;
 * Knuth, The Art of Computer Programming, volume 2, 4.2.2). Not safe for use by several threads.
 */
public final class RunningMoments {
  private int count;
  private double mean;
  private double squares;

  /** Without any value. */
  public RunningMoments() {}

  /**
   * A sample that has been taken in before.
   *
   * @param count number of values
   * @param mean their mean
   * @param squares sum of their squared differences from the mean
   */
  public RunningMoments(int count, double mean, double squares) {
    this.count = count;
    this.mean = mean;
    this.squares = squares;
  }

  /**
   * Takes a value in.
   *
   * @throws IllegalArgumentException when it is NaN or infinite
   */
  public void add(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a sample must be a finite number, not " + value);
    }
    count++;
    double difference = value - mean;
    mean += difference / count;
    squares += difference * (value - mean);
  }

  /** Number of values taken in. */
  public int count() {
    return count;
  }

  /** The mean; 0 before the first value. */
  public double mean() {
    return mean;
  }

  /** Sum of the squared differences from the mean. */
  public double squares() {
    return squares;
  }

  /** The unbiased sample variance (divisor n - 1); 0 below two values. */
  public double variance() {
    return count < 2 ? 0 : squares / (count - 1);
  }

  /**
   * Student's one-sample statistic against a mean of zero, mean / (s / sqrt(n)) ("The probable
   * error of a mean", Biometrika 6, 1908). 0 below two values and where all values are equal:
   * without a measured spread nothing is claimed.
   */
  public double tStatistic() {
    double variance = variance();
    return variance > 0 ? mean / Math.sqrt(variance / count) : 0;
  }
}
