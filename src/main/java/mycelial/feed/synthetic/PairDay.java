package mycelial.feed.synthetic;

import java.util.Arrays;

/** What is planted in one day of one pair, minute by minute. Used by one thread. */
final class PairDay {
  private static final int MINUTES = Timetable.DAY_MINUTES;

  private final double[] drift = new double[MINUTES];
  private final double[] volatility = new double[MINUTES];
  private final double[] volume = new double[MINUTES];
  private final boolean[] busy = new boolean[MINUTES];

  /** A day without anything but a level of volatility. */
  PairDay(double volatilityLevel) {
    Arrays.fill(volatility, volatilityLevel);
    Arrays.fill(volume, 1);
  }

  /** Spreads a logarithmic return evenly over minutes of the day; the end is excluded. */
  void spread(int from, int to, double logReturn) {
    int end = StrictMath.min(to, MINUTES);
    for (int minute = from; minute < end; minute++) {
      drift[minute] += logReturn / (end - from);
    }
  }

  /** Multiplies the volatility of some minutes. */
  void scaleVolatility(int from, int to, double factor) {
    for (int minute = from; minute < to; minute++) {
      volatility[minute] *= factor;
    }
  }

  /** Multiplies the volume of some minutes. */
  void scaleVolume(int from, int to, double factor) {
    for (int minute = from; minute < to; minute++) {
      volume[minute] *= factor;
    }
  }

  /** Marks minutes as part of an event: no compensation there. */
  void occupy(int from, int to) {
    Arrays.fill(busy, from, to, true);
  }

  /** Spreads the opposite of the day's drift over the minutes that belong to no event. */
  void compensate() {
    double total = 0;
    int quiet = 0;
    for (int minute = 0; minute < MINUTES; minute++) {
      total += drift[minute];
      quiet += busy[minute] ? 0 : 1;
    }
    for (int minute = 0; minute < MINUTES; minute++) {
      drift[minute] -= busy[minute] ? 0 : total / quiet;
    }
  }

  /** Logarithmic drift of a minute. */
  double drift(int minute) {
    return drift[minute];
  }

  /** Factor on the volatility of a minute. */
  double volatility(int minute) {
    return volatility[minute];
  }

  /** Factor on the volume of a minute. */
  double volume(int minute) {
    return volume[minute];
  }
}
