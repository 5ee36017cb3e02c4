package mycelial.feed.moat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads members of answers; what is not as documented is trouble. */
final class Answers {
  /** 2000-01-01: no source is older. */
  private static final long EARLIEST = 946_684_800;

  private Answers() {}

  /** A text that is there. */
  static String text(JsonNode node, String what) throws FeedTrouble {
    if (!node.isTextual() || node.asText().isBlank()) {
      throw new FeedTrouble("an answer without " + what);
    }
    return node.asText().strip();
  }

  /** An array that is there. */
  static JsonNode array(JsonNode node, String what) throws FeedTrouble {
    if (!node.isArray()) {
      throw new FeedTrouble("an answer without " + what);
    }
    return node;
  }

  /** A number, zero or above. */
  static double count(JsonNode node, String what) throws FeedTrouble {
    double value = node.doubleValue();
    if (!node.isNumber() || !(value >= 0) || Double.isInfinite(value)) {
      throw new FeedTrouble("an answer whose " + what + " is no number from 0 up");
    }
    return value;
  }

  /** An instant as {@code 2025-04-24T16:00:49Z}, seconds since the epoch. */
  static long instant(JsonNode node, String what) throws FeedTrouble {
    try {
      return plausible(Instant.parse(text(node, what)).getEpochSecond(), what);
    } catch (DateTimeException malformed) {
      throw new FeedTrouble("an answer whose " + what + " is no instant");
    }
  }

  /** A day as {@code 2025-04-24}, or as milliseconds since the epoch. */
  static LocalDate day(JsonNode node, String what) throws FeedTrouble {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      long seconds = plausible(Math.floorDiv(node.longValue(), 1000), what);
      return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    }
    try {
      LocalDate day = LocalDate.parse(text(node, what));
      plausible(start(day), what);
      return day;
    } catch (DateTimeException malformed) {
      throw new FeedTrouble("an answer whose " + what + " is no day");
    }
  }

  /** The first second of a day in UTC, since the epoch. */
  static long start(LocalDate day) {
    return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }

  private static long plausible(long seconds, String what) throws FeedTrouble {
    if (seconds < EARLIEST || seconds > 10 * EARLIEST) {
      throw new FeedTrouble("an answer whose " + what + " is in no year of this age");
    }
    return seconds;
  }
}
