package mycelial.gui;

/**
 * How many messages an agent has published in the last minutes, smoothed: what it said fades with a
 * time constant of {@link #MINUTES} of schedule time, as in an exponentially weighted moving sum.
 */
final class Activity {
  static final double MINUTES = 5;

  private static final double TAU = MINUTES * 60;

  private long known;
  private double time = Double.NaN;
  private double level;

  /**
   * Takes in how many messages there have been in all.
   *
   * @param now schedule time, seconds since the epoch
   */
  void look(long sent, double now) {
    double passed = Double.isNaN(time) ? 0 : Math.max(0, now - time);
    double fresh = sent - known;
    if (passed > 0) {
      // What came in between is taken as spread evenly over it.
      double left = StrictMath.exp(-passed / TAU);
      level = level * left + fresh * (1 - left) * TAU / passed;
    } else {
      level += fresh;
    }
    known = sent;
    time = now;
  }

  /** Messages in the last minutes. */
  double level() {
    return level;
  }
}
