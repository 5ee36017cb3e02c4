package mycelial.market;

/**
 * One measurement of a moat. Immutable and safe to share between threads.
 *
 * @param target what it is about
 * @param field what was measured, 1 to 64 characters, for example {@code stars_per_hour}
 * @param value the measurement in the field's own unit
 * @param eventTime when it happened, seconds since the epoch
 * @param seenTime when it became known, seconds since the epoch, not before it happened; nobody may
 *     act on it earlier
 */
public record MoatSignal(
    MoatTarget target, String field, double value, long eventTime, long seenTime) {
  private static final int LONGEST_FIELD = 64;

  /**
   * @throws IllegalArgumentException when a value is out of its range
   */
  public MoatSignal {
    if (field.isEmpty() || field.length() > LONGEST_FIELD) {
      throw new IllegalArgumentException(
          "a field's name has 1 to 64 characters, not " + field.length());
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(field + " " + value + " is not a number");
    }
    if (seenTime < eventTime) {
      throw new IllegalArgumentException(
          field + " of " + eventTime + " cannot be known at " + seenTime);
    }
  }

  /** A measurement that became known when it happened. */
  public static MoatSignal at(long time, MoatTarget target, String field, double value) {
    return new MoatSignal(target, field, value, time, time);
  }
}
