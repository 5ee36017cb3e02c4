package mycelial.storage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement with the values of its parameters, in order. Immutable.
 *
 * @param sql the statement
 * @param values what is bound: text, whole numbers, finite doubles, or null
 */
record Row(Sql sql, List<@Nullable Object> values) {

  /**
   * A row of these values; decimals are kept exactly, as text.
   *
   * @throws IllegalArgumentException when a number is NaN or infinite, which SQLite would store as
   *     null
   */
  static Row of(Sql sql, @Nullable Object... values) {
    @Nullable Object[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (copy[i] instanceof BigDecimal decimal) {
        copy[i] = decimal.toPlainString();
      } else if (copy[i] instanceof Double number && !Double.isFinite(number)) {
        throw new IllegalArgumentException(
            "value " + (i + 1) + " of " + sql + " is " + number + ", not a number to store");
      }
    }
    return new Row(sql, Collections.unmodifiableList(Arrays.asList(copy)));
  }
}
