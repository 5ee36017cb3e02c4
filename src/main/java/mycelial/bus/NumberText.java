package mycelial.bus;

import java.math.BigDecimal;

/**
 * A number as JSON writes it; it becomes a double or a decimal when it is known which is wanted.
 *
 * @param text the JSON number
 * @param isWhole whether it has neither fraction nor exponent
 */
record NumberText(String text, boolean isWhole) {
  /** Beyond these a decimal is no amount of money but an attack on the memory. */
  private static final int LARGEST_SCALE = 400;

  /** Every number of so many characters fits a long; longer ones may. */
  private static final int SURELY_LONG = 18;

  private static final int LONGEST_LONG = 20;

  /**
   * The nearest double.
   *
   * @throws MalformedMessageException when there is none or the number has too many digits
   */
  double toDouble(String name) {
    requireFewDigits(name);
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      throw new MalformedMessageException("'" + name + "' is not finite");
    }
    return number;
  }

  /**
   * The very number.
   *
   * @throws MalformedMessageException when it has too many digits
   */
  BigDecimal toDecimal(String name) {
    requireFewDigits(name);
    return new BigDecimal(text);
  }

  private void requireFewDigits(String name) {
    boolean few = text.length() <= LARGEST_SCALE;
    if (few && !isWhole && hasExponent()) {
      few = Math.abs((long) new BigDecimal(text).scale()) <= LARGEST_SCALE;
    }
    if (!few) {
      throw new MalformedMessageException("'" + name + "' has too many digits");
    }
  }

  private boolean hasExponent() {
    return text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
  }

  /** Whether it is a whole number of 64 bits. */
  boolean isLong() {
    if (!isWhole || text.length() <= SURELY_LONG) {
      return isWhole;
    }
    return text.length() <= LONGEST_LONG && new BigDecimal(text).toBigInteger().bitLength() < 64;
  }

  /** Whether it is a whole number of 32 bits. */
  boolean isInt() {
    return isLong() && toLong() == (int) toLong();
  }

  /** The whole number; only where {@link #isLong}. */
  long toLong() {
    return Long.parseLong(text);
  }
}
