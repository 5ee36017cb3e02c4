package mycelial.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A plain connection to look at files and to get in the writer's way. */
final class Sqlite implements AutoCloseable {
  private final Connection connection;

  private Sqlite(Connection connection) {
    this.connection = connection;
  }

  static Sqlite open(Path file) throws SQLException {
    return new Sqlite(DriverManager.getConnection("jdbc:sqlite:" + file));
  }

  static Sqlite trades(Path folder) throws SQLException {
    return open(folder.resolve("trades.db"));
  }

  static Sqlite patterns(Path folder) throws SQLException {
    return open(folder.resolve("mycelial_patterns.db"));
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Each row as its columns joined by bars; null as the word. */
  List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      List<String> result = new ArrayList<>();
      while (rows.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          text.append(i > 1 ? "|" : "").append(rows.getString(i));
        }
        result.add(text.toString());
      }
      return result;
    }
  }

  String one(String sql) throws SQLException {
    return rows(sql).getFirst();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
