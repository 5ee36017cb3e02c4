package mycelial.feed.synthetic;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers with a fixed count of decimals: what is written reads back as the very same double. */
final class Decimal {
  static final int VOLUME_DECIMALS = 8;
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};
  static final int MOST_DECIMALS = POWERS.length - 1;
  private static final double EXACT = 0x1p53;

  private Decimal() {}

  /** Ten to the power of a count of decimals, at most ten. */
  static double power(int decimals) {
    return POWERS[decimals];
  }

  /** The double nearest to a decimal number of that many decimals near a value. */
  static double round(double value, int decimals) {
    double ticks = value * POWERS[decimals];
    return StrictMath.abs(ticks) < EXACT ? StrictMath.rint(ticks) / POWERS[decimals] : value;
  }

  /** Appends a rounded value that is not negative, with all its decimals. */
  static void append(StringBuilder line, double value, int decimals) {
    double ticks = value * POWERS[decimals];
    if (ticks >= EXACT) {
      line.append(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
      return;
    }
    String digits = Long.toString((long) StrictMath.rint(ticks));
    int whole = digits.length() - decimals;
    line.append(whole > 0 ? digits.substring(0, whole) : "0");
    if (decimals > 0) {
      line.append('.').repeat('0', -StrictMath.min(0, whole));
      line.append(digits, StrictMath.max(0, whole), digits.length());
    }
  }
}
