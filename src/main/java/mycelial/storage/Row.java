package mycelial.storage;

import java.math.BigDecimal;
import java.util.ArrayList;
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
    List<@Nullable Object> bound = new ArrayList<>(values.length);
    for (Object value : values) {
      if (value instanceof Double number && !Double.isFinite(number)) {
        throw new IllegalArgumentException(
            "value %d of %s is %s, not a number to store".formatted(bound.size() + 1, sql, number));
      }
      bound.add(value instanceof BigDecimal decimal ? decimal.toPlainString() : value);
    }
    return new Row(sql, Collections.unmodifiableList(bound));
  }
}
