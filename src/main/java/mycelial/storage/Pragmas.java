package mycelial.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Plain statements without parameters. */
final class Pragmas {
  private Pragmas() {}

  /** Runs one or several statements separated by semicolons. */
  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Runs a statement that answers a row nobody needs. */
  static void query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static int number(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA " + pragma)) {
      return rows.getInt(1);
    }
  }

  /** Rolls back what {@code e} interrupted; trouble in doing so is kept with {@code e}. */
  static void rollback(Connection connection, SQLException e) {
    try {
      run(connection, "ROLLBACK");
    } catch (SQLException second) {
      // Several errors have already rolled back when they are reported.
      e.addSuppressed(second);
    }
  }
}
