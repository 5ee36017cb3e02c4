package mycelial.feed.replay;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers from bytes with the result of {@link Double#parseDouble}, faster where that
 * is exact: a mantissa of at most 2^53 divided by a power of ten of at most 10^22 rounds once,
 * hence correctly (Clinger, How to Read Floating Point Numbers Accurately, 1990).
 */
final class Decimals {
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final long EXACT = 1L << 53;
  private static final long ROOM = 100_000_000_000_000_000L;

  private Decimals() {}

  /**
   * The number written in {@code bytes[from, to)}: optional sign, digits with an optional point,
   * optional exponent. NaN where the text is anything else; infinite where it is too large.
   */
  static double parse(byte[] bytes, int from, int to) {
    long mantissa = 0;
    int fraction = 0;
    boolean point = false;
    boolean negative = from < to && bytes[from] == '-';
    int first = negative ? from + 1 : from;
    for (int i = first; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9 && mantissa < ROOM) {
        mantissa = 10 * mantissa + digit;
        fraction += point ? 1 : 0;
      } else if (bytes[i] == '.' && !point) {
        point = true;
      } else {
        return parseSlowly(bytes, from, to);
      }
    }
    boolean digits = to - first > (point ? 1 : 0);
    if (!digits || mantissa > EXACT || fraction >= POWERS.length) {
      return parseSlowly(bytes, from, to);
    }
    double value = mantissa / POWERS[fraction];
    return negative ? -value : value;
  }

  private static double parseSlowly(byte[] bytes, int from, int to) {
    return isDecimal(bytes, from, to)
        ? Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
        : Double.NaN;
  }

  private static boolean isDecimal(byte[] bytes, int from, int to) {
    int start = afterSign(bytes, from, to);
    int whole = afterDigits(bytes, start, to);
    int end = whole;
    int digits = whole - start;
    if (whole < to && bytes[whole] == '.') {
      end = afterDigits(bytes, whole + 1, to);
      digits += end - whole - 1;
    }
    if (digits == 0) {
      return false;
    }
    if (end < to && (bytes[end] == 'e' || bytes[end] == 'E')) {
      int exponent = afterSign(bytes, end + 1, to);
      end = afterDigits(bytes, exponent, to);
      return end == to && end > exponent;
    }
    return end == to;
  }

  private static int afterSign(byte[] bytes, int from, int to) {
    return from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
  }

  private static int afterDigits(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    return i;
  }
}
