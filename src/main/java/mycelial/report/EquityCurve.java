package mycelial.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Equity over time, as sampled.
 *
 * @param times seconds since the epoch, ascending
 * @param values quote currency
 */
public record EquityCurve(List<Double> times, List<Double> values) {
  /** Copies the lists. */
  public EquityCurve {
    times = List.copyOf(times);
    values = List.copyOf(values);
  }

  boolean isEmpty() {
    return times.isEmpty();
  }

  /** Falls below the highest value so far, percent of it, at each time; never below zero. */
  public List<Double> drawdowns() {
    List<Double> falls = new ArrayList<>();
    double peak = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      peak = Math.max(peak, value);
      falls.add(100 * (peak - value) / peak);
    }
    return falls;
  }

  /** Longest time from a peak to the next value at least as high, or to the end, seconds. */
  double longestDrawdown() {
    double longest = 0;
    double peak = Double.NEGATIVE_INFINITY;
    double since = 0;
    boolean under = false;
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) >= peak) {
        longest = under ? Math.max(longest, times.get(i) - since) : longest;
        peak = values.get(i);
        since = times.get(i);
        under = false;
      } else {
        under = true;
        longest = Math.max(longest, times.get(i) - since);
      }
    }
    return longest;
  }

  /** Returns over periods of this length, counted from the epoch; the value before counts. */
  List<Double> returns(long seconds) {
    List<Double> found = new ArrayList<>();
    for (int i = 1, last = 0; i < values.size(); i++) {
      boolean ends = i == values.size() - 1 || period(i, seconds) != period(i + 1, seconds);
      if (ends && times.get(i) - times.get(last) >= 0.9 * seconds) {
        found.add(values.get(i) / values.get(last) - 1);
        last = i;
      } else if (ends && found.isEmpty()) {
        last = i;
      }
    }
    return found;
  }

  /** A sample at the very end of a period belongs to it. */
  private long period(int place, long seconds) {
    return (long) Math.ceil((times.get(place) - 1) / seconds);
  }

  /** At most so many points, evenly chosen, the last one among them. */
  EquityCurve thinned(int most) {
    int size = times.size();
    if (size <= most) {
      return this;
    }
    List<Double> at = new ArrayList<>();
    List<Double> chosen = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      int place = (int) ((long) i * (size - 1) / (most - 1));
      at.add(times.get(place));
      chosen.add(values.get(place));
    }
    return new EquityCurve(at, chosen);
  }
}
