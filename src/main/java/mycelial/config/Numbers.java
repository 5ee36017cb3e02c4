package mycelial.config;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers as a configuration may write them: plain decimals of bounded length, so that no text can
 * ask for gigabytes of digits. NaN, infinities and exponents are not numbers here.
 */
final class Numbers {
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,19}(\\.[0-9]{1,12})?");

  private Numbers() {}

  static boolean isDecimal(String text) {
    return DECIMAL.matcher(text).matches();
  }

  /**
   * The number without trailing zeros and never with a negative scale: equal numbers are equal
   * objects.
   */
  static BigDecimal decimal(String text) {
    var number = new BigDecimal(text).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  static String plain(double number) {
    return plain(BigDecimal.valueOf(number));
  }
}
