package mycelial.agent;

/** Schedule time in ticks of 1/64 s, exact as a double and as a long. */
public final class Ticks {
  /** Ticks in a second. */
  public static final int PER_SECOND = 64;

  private Ticks() {}

  /**
   * Ticks of a duration in seconds.
   *
   * @throws IllegalArgumentException when it is not a whole number of ticks
   */
  public static long of(double seconds) {
    double ticks = seconds * PER_SECOND;
    if (ticks != StrictMath.rint(ticks)) {
      throw new IllegalArgumentException(seconds + " s is not a multiple of 1/64 s");
    }
    return (long) ticks;
  }

  /** Seconds of a number of ticks, exact. */
  public static double seconds(long ticks) {
    return (double) ticks / PER_SECOND;
  }
}
