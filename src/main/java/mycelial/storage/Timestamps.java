package mycelial.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** ISO-8601 text in UTC with milliseconds, for example {@code 2023-11-14T22:13:20.250Z}. */
final class Timestamps {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Timestamps() {}

  /** The text of a schedule time in seconds since the epoch, rounded to milliseconds. */
  static String text(double epochSeconds) {
    return FORMAT.format(Instant.ofEpochMilli(Math.round(epochSeconds * 1000)));
  }

  /** The wall clock, seconds since the epoch. */
  static double seconds() {
    return Instant.now().toEpochMilli() / 1000.0;
  }

  /** The wall clock; used only in columns that decide nothing. */
  static String now() {
    return FORMAT.format(Instant.now());
  }
}
