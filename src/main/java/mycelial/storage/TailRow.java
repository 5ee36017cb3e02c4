package mycelial.storage;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is stored, for faces that show it. Immutable.
 *
 * @param number orders rows of one table as they were inserted
 * @param columns the values by column, in the order asked for: text, whole numbers, doubles or null
 */
public record TailRow(long number, Map<String, @Nullable Object> columns) {
  /** Keeps the order of the columns. */
  public TailRow {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** A column's text, or "" where there is none. */
  public String text(String column) {
    Object value = columns.get(column);
    return value == null ? "" : value.toString();
  }

  /** A column's number, or NaN where there is none. */
  public double number(String column) {
    return columns.get(column) instanceof Number value ? value.doubleValue() : Double.NaN;
  }

  /** The first column is the number. */
  static TailRow read(ResultSet row) throws SQLException {
    ResultSetMetaData names = row.getMetaData();
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    for (int i = 2; i <= names.getColumnCount(); i++) {
      columns.put(names.getColumnLabel(i), row.getObject(i));
    }
    return new TailRow(row.getLong(1), columns);
  }
}
