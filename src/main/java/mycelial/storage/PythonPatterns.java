package mycelial.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mycelial.storage.MigrationReport.Outcome;

/**
 * A patterns database of the Python attempt: a table {@code patterns} without our numbers in the
 * file's header, with or without the last three columns. Rows that no reader could use (values
 * missing or of another type, features that are not JSON) are kept in a table of their own, where
 * they harm nobody.
 */
final class PythonPatterns {
  private static final List<String> EIGHT =
      List.of(
          "id",
          "agent_id",
          "timestamp",
          "pattern_value",
          "raw_features",
          "age_minutes",
          "decay_factor",
          "created_at");
  private static final List<String> THREE = List.of("moat", "product", "signal_type");

  private static final String UNREADABLE_TABLE =
      """
      CREATE TABLE patterns_unreadable (
        id INTEGER PRIMARY KEY, agent_id, timestamp, pattern_value, raw_features, age_minutes,
        decay_factor, created_at, moat, product, signal_type, reason TEXT NOT NULL
      )\
      """;

  /** Why a row cannot be used; null where it can. NaN is null to SQLite. */
  private static final String REASON =
      """
      CASE
        WHEN typeof(agent_id) <> 'integer' THEN 'agent_id is ' || typeof(agent_id)
        WHEN typeof(timestamp) NOT IN ('real', 'integer') THEN 'timestamp is ' || typeof(timestamp)
        WHEN typeof(pattern_value) NOT IN ('real', 'integer')
          THEN 'pattern_value is ' || typeof(pattern_value)
        WHEN typeof(age_minutes) NOT IN ('real', 'integer')
          THEN 'age_minutes is ' || typeof(age_minutes)
        WHEN typeof(decay_factor) NOT IN ('real', 'integer')
          THEN 'decay_factor is ' || typeof(decay_factor)
        WHEN MAX(ABS(timestamp), ABS(pattern_value), ABS(age_minutes), ABS(decay_factor)) = 9e999
          THEN 'a value is infinite'
        WHEN typeof(raw_features) <> 'text' THEN 'raw_features is ' || typeof(raw_features)
        WHEN NOT json_valid(raw_features) THEN 'raw_features is not JSON'
      END\
      """;

  private final Connection connection;
  private final Path file;

  PythonPatterns(Connection connection, Path file) {
    this.connection = connection;
    this.file = file;
  }

  /** Whether a database that is open is one of those. */
  static boolean isOne(Connection connection) throws SQLException {
    Set<String> columns = columns(connection);
    return Pragmas.number(connection, "application_id") == 0
        && Pragmas.number(connection, "user_version") == 0
        && (columns.equals(new TreeSet<>(EIGHT)) || columns.equals(eleven()));
  }

  private static Set<String> eleven() {
    Set<String> all = new TreeSet<>(EIGHT);
    all.addAll(THREE);
    return all;
  }

  private static Set<String> columns(Connection connection) throws SQLException {
    Set<String> columns = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name FROM pragma_table_info('patterns')")) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return columns;
  }

  void requireOne() throws SQLException {
    if (!isOne(connection)) {
      throw new UnknownDatabaseException(
          "Cannot migrate "
              + file
              + ": it is neither a database of this program nor a patterns database of the Python"
              + " attempt (a table patterns with 8 or 11 known columns); nothing was changed.");
    }
  }

  MigrationReport migrate() throws SQLException {
    Path copy = Migrations.backup(connection, file, "python");
    Pragmas.run(connection, "BEGIN IMMEDIATE");
    try {
      takeOut();
      long rows = count("SELECT COUNT(*) FROM python_patterns");
      long distinct = distinct();
      long unreadable = count("SELECT COUNT(*) FROM python_patterns WHERE reason IS NOT NULL");
      putBack(unreadable);
      Pragmas.run(connection, "COMMIT");
      return new MigrationReport(file, Outcome.MIGRATED, copy, rows, distinct, unreadable);
    } catch (SQLException e) {
      Pragmas.rollback(connection, e);
      throw e;
    } finally {
      Pragmas.run(connection, "DROP TABLE IF EXISTS temp.python_patterns");
    }
  }

  /** Copies the rows aside, whole, and drops the table. */
  private void takeOut() throws SQLException {
    String three = "'Finance' AS moat, 'Unknown' AS product, 'market-data' AS signal_type";
    if (columns(connection).containsAll(THREE)) {
      three =
          "COALESCE(moat, 'Finance') AS moat, COALESCE(product, 'Unknown') AS product,"
              + " COALESCE(signal_type, 'market-data') AS signal_type";
    }
    String eight = String.join(", ", EIGHT);
    Pragmas.run(
        connection,
        "CREATE TEMP TABLE python_patterns AS SELECT %s, %s, %s AS reason FROM main.patterns"
            .formatted(eight, three, REASON));
    Pragmas.run(connection, "DROP TABLE main.patterns");
  }

  private long distinct() throws SQLException {
    return count(
        "SELECT COUNT(*) FROM (SELECT DISTINCT agent_id, timestamp, pattern_value, raw_features,"
            + " age_minutes, decay_factor, moat, product, signal_type FROM python_patterns)");
  }

  private void putBack(long unreadable) throws SQLException {
    String columns = String.join(", ", EIGHT) + ", " + String.join(", ", THREE);
    DatabaseKind.PATTERNS.migrations().build(connection);
    Pragmas.run(
        connection,
        ("INSERT INTO main.patterns(%1$s) SELECT %1$s FROM python_patterns"
                + " WHERE reason IS NULL ORDER BY id")
            .formatted(columns));
    if (unreadable > 0) {
      Pragmas.run(connection, UNREADABLE_TABLE);
      Pragmas.run(
          connection,
          ("INSERT INTO patterns_unreadable(%1$s, reason) SELECT %1$s, reason FROM python_patterns"
                  + " WHERE reason IS NOT NULL")
              .formatted(columns));
    }
    // No new pattern may take the id of one that was kept elsewhere.
    Pragmas.run(connection, "DELETE FROM sqlite_sequence WHERE name = 'patterns'");
    Pragmas.run(
        connection,
        "INSERT INTO sqlite_sequence(name, seq)"
            + " SELECT 'patterns', COALESCE(MAX(id), 0) FROM python_patterns");
    Pragmas.run(connection, "PRAGMA application_id = " + DatabaseKind.PATTERNS.applicationId());
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.getLong(1);
    }
  }
}
