package mycelial.analysis;

/** A ring of the newest numbers, one a bar. Not safe for use by several threads. */
final class BarWindow {
  private final double[] values;
  private int size;
  private int last = -1;

  BarWindow(int length) {
    this.values = new double[length];
  }

  void add(double value) {
    last = last + 1 == values.length ? 0 : last + 1;
    values[last] = value;
    size = Math.min(size + 1, values.length);
  }

  void clear() {
    size = 0;
    last = -1;
  }

  boolean isFull() {
    return size == values.length;
  }

  /** Whether there is a value that many bars before the newest. */
  boolean reaches(int barsBack) {
    return size > barsBack;
  }

  /** The value that many bars before the newest, which must exist. */
  double back(int barsBack) {
    int index = last - barsBack;
    return values[index < 0 ? index + values.length : index];
  }

  /**
   * Mean of a full window. Deviations from one of its values are summed, so that the mean of equal
   * values is that very value and their deviation exactly zero.
   */
  double mean() {
    double origin = values[0];
    double sum = 0;
    for (double value : values) {
      sum += value - origin;
    }
    return origin + sum / values.length;
  }

  /** Population standard deviation (divisor n) of a full window around its mean. */
  double deviation(double mean) {
    double sum = 0;
    for (double value : values) {
      double difference = value - mean;
      sum += difference * difference;
    }
    return Math.sqrt(sum / values.length);
  }
}
