package mycelial.stub;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Answers with ETag and Last-Modified, or with 304 where the client has that already. Stateless.
 */
final class Conditional {
  private Conditional() {}

  /**
   * Answers.
   *
   * @param changed when the content last changed, seconds since the epoch
   * @return whether the client had to be given the content
   */
  static boolean answer(Context context, String type, String body, long changed) {
    CRC32 sum = new CRC32();
    sum.update(body.getBytes(StandardCharsets.UTF_8));
    String tag = "\"" + Long.toHexString(sum.getValue()) + "\"";
    context.header("ETag", tag).header("Last-Modified", date(changed));
    if (isKnown(context, tag, changed)) {
      context.status(304);
      return false;
    }
    context.contentType(type).result(body);
    return true;
  }

  private static String date(long seconds) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
  }

  private static boolean isKnown(Context context, String tag, long changed) {
    String known = context.header("If-None-Match");
    if (known != null) {
      return known.replace("W/", "").equals(tag);
    }
    String since = context.header("If-Modified-Since");
    return since != null && !isAfter(changed, since);
  }

  private static boolean isAfter(long changed, String date) {
    try {
      return changed
          > ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toEpochSecond();
    } catch (DateTimeParseException e) {
      return true;
    }
  }

  /** A time such as 2026-03-02T18:00:00Z in seconds since the epoch; the other one for no text. */
  static long seconds(@Nullable String text, long usual) {
    try {
      return text == null ? usual : Instant.parse(text).getEpochSecond();
    } catch (DateTimeParseException e) {
      return usual;
    }
  }

  /** A whole number from 1 to a limit; the other one for no number. */
  static int count(@Nullable String text, int usual, int most) {
    try {
      return text == null ? usual : Math.max(1, Math.min(most, Integer.parseInt(text)));
    } catch (NumberFormatException e) {
      return usual;
    }
  }
}
