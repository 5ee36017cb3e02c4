package mycelial.feed.synthetic;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as text, the same in every locale. */
final class Words {
  private Words() {}

  /** A fraction in percent with two decimals and its sign. */
  static String percent(double fraction) {
    BigDecimal percent = BigDecimal.valueOf(fraction * 100).setScale(2, RoundingMode.HALF_EVEN);
    return (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + " %";
  }
}
