package mycelial.market;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The length of a bar: the intervals that Kraken serves up to one day. */
public enum Interval {
  MINUTE(1),
  FIVE_MINUTES(5),
  FIFTEEN_MINUTES(15),
  THIRTY_MINUTES(30),
  HOUR(60),
  FOUR_HOURS(240),
  DAY(1440);

  private final int minutes;

  Interval(int minutes) {
    this.minutes = minutes;
  }

  /** Length in minutes. */
  public int minutes() {
    return minutes;
  }

  /** Length in seconds. */
  public int seconds() {
    return 60 * minutes;
  }

  /**
   * The interval of that many minutes.
   *
   * @throws IllegalArgumentException when no interval has that length
   */
  public static Interval ofMinutes(int minutes) {
    for (Interval interval : values()) {
      if (interval.minutes == minutes) {
        return interval;
      }
    }
    throw new IllegalArgumentException(
        "no interval of " + minutes + " minutes (expected one of " + allowed() + ")");
  }

  private static String allowed() {
    return Arrays.stream(values())
        .map(i -> String.valueOf(i.minutes))
        .collect(Collectors.joining(", "));
  }
}
