package mycelial.bus;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Writes doubles as plain decimals, several times faster than {@link Double#toString(double)} for
 * the short numbers that markets have. Used by one thread.
 *
 * <p>A decimal s / 10^d with s below 2^53 and d of at most 22 is read back by any correct parser as
 * the double nearest to s / 10^d, which is what one division of the two exact doubles gives; so a
 * candidate is proved by that division.
 */
final class DecimalText {
  private static final double[] TENS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};
  private static final double EXACT = 1L << 53;
  private static final int ROUNDED_DECIMALS = 10;

  private final char[] text = new char[40];

  /**
   * Writes the shortest decimal that reads back as this very value, plain up to 10 decimals; -0.0
   * becomes 0.
   */
  void writeExact(JsonGenerator json, double value) throws IOException {
    double size = Math.abs(value);
    for (int decimals = 0; decimals < TENS.length; decimals++) {
      double scaled = Math.rint(size * TENS[decimals]);
      if (scaled >= EXACT) {
        break;
      }
      if (scaled / TENS[decimals] == size) {
        write(json, value < 0, (long) scaled, decimals);
        return;
      }
    }
    json.writeNumber(Double.toString(value));
  }

  /** Writes the value rounded to 10 decimals and to 12 significant digits. */
  void writeRounded(JsonGenerator json, double value) throws IOException {
    double size = Math.abs(value);
    if (size >= 1e12) {
      writeExact(json, value);
      return;
    }
    int decimals = ROUNDED_DECIMALS;
    for (double limit = 100; size >= limit; limit *= 10) {
      decimals--;
    }
    long scaled = (long) Math.rint(size * TENS[decimals]);
    while (decimals > 0 && scaled % 10 == 0) {
      scaled /= 10;
      decimals--;
    }
    write(json, value < 0 && scaled != 0, scaled, decimals);
  }

  private void write(JsonGenerator json, boolean negative, long scaled, int decimals)
      throws IOException {
    int at = text.length;
    long rest = scaled;
    for (int digit = 0; digit <= decimals || rest != 0; digit++) {
      if (digit == decimals && decimals > 0) {
        text[--at] = '.';
      }
      text[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    if (negative) {
      text[--at] = '-';
    }
    json.writeNumber(text, at, text.length - at);
  }
}
