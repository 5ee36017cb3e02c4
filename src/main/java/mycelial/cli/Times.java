package mycelial.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads and prints points in time; everything is UTC. */
final class Times {
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

  /** For people: minutes, UTC. */
  static String brief(long seconds) {
    return SHORT.format(Instant.ofEpochSecond(seconds));
  }

  /** For names of folders. */
  static String stamp(Instant instant) {
    return STAMP.format(instant);
  }

  /** Reads ISO-8601 (a date, or a date and time with Z or an offset) or epoch seconds. */
  static final class Converter implements ITypeConverter<OptionalLong> {
    @Override
    public OptionalLong convert(String text) {
      try {
        return OptionalLong.of(parse(text));
      } catch (DateTimeException | NumberFormatException bad) {
        throw new TypeConversionException(
            "'"
                + text
                + "' is not a time: use ISO-8601 like 2021-05-10 or 2021-05-10T12:00:00Z, or epoch seconds");
      }
    }

    private static long parse(String text) {
      if (text.chars().allMatch(Character::isDigit)) {
        return epoch(text);
      }
      if (text.length() == "2021-05-10".length()) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
      }
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from).getEpochSecond();
    }

    /** A year, a date without hyphens or milliseconds would be read as a quite different time. */
    private static long epoch(String text) {
      if (text.length() < 9 || text.length() > 11) {
        throw new NumberFormatException(text + " is not in seconds since 1970");
      }
      return Long.parseLong(text);
    }
  }
}
