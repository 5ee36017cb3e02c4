package mycelial.storage;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows of one database; each answer is complete in memory before it is returned. */
final class Query {
  private final Connection connection;
  private final Path file;

  Query(Connection connection, Path file) {
    this.connection = connection;
    this.file = file;
  }

  /** Makes a value of the current row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * All rows that a query answers.
   *
   * @throws StorageException when SQLite cannot answer
   */
  <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<T> result = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          result.add(reader.read(rows));
        }
      }
      return result;
    } catch (SQLException e) {
      throw new StorageException(Reasons.sentence("Cannot read", file, e), e);
    } catch (IllegalArgumentException e) {
      throw new StorageException(
          "Cannot read %s: a row holds a value that this program does not know (%s); check the file."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  long count(String sql, @Nullable Object... parameters) {
    return list(sql, row -> row.getLong(1), parameters).getFirst();
  }

  /** Whether the database has a table: one of an older version may lack it. */
  boolean has(String table) {
    return count("SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = ?", table) > 0;
  }

  /** The same of a column. */
  boolean has(String table, String column) {
    return count("SELECT COUNT(*) FROM pragma_table_info(?) WHERE name = ?", table, column) > 0;
  }

  /** Whether an answer has a column: one of a table of an older version may lack it. */
  static boolean hasColumn(ResultSet row, String column) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (columns.getColumnName(i).equals(column)) {
        return true;
      }
    }
    return false;
  }

  /**
   * An exact decimal kept as text.
   *
   * @throws SQLException when the text is not a number
   */
  static BigDecimal decimal(ResultSet row, String column) throws SQLException {
    BigDecimal value = decimalOrNull(row, column);
    if (value == null) {
      throw new SQLException("column " + column + " is empty, expected a decimal number");
    }
    return value;
  }

  /** As {@link #decimal}, null where the column is. */
  static @Nullable BigDecimal decimalOrNull(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new SQLException(
          "column " + column + " holds '" + text + "', expected a decimal number", e);
    }
  }
}
