package mycelial.storage;

import java.nio.file.Path;
import java.sql.SQLException;

/** Makes pattern databases as the Python attempt left them. */
final class PythonDatabase {
  static final String EIGHT =
      """
      CREATE TABLE patterns (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        agent_id INTEGER NOT NULL,
        timestamp REAL NOT NULL,
        pattern_value REAL NOT NULL,
        raw_features TEXT NOT NULL,
        age_minutes REAL NOT NULL,
        decay_factor REAL NOT NULL,
        created_at DATETIME DEFAULT CURRENT_TIMESTAMP\
      """;

  static final String ELEVEN =
      EIGHT
          + ", moat TEXT DEFAULT 'Finance', product TEXT DEFAULT 'Unknown',"
          + " signal_type TEXT DEFAULT 'market-data'";

  private PythonDatabase() {}

  /** So many rows, each different. */
  static void make(Path file, String columns, int rows) throws SQLException {
    try (Sqlite python = Sqlite.open(file)) {
      python.run(columns + ")");
      python.run(
          """
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
          INSERT INTO patterns(agent_id, timestamp, pattern_value, raw_features, age_minutes,
            decay_factor, created_at)
          SELECT i %% 100, 1.7e9 + i, 50.5, '{"rsi": ' || i || '}', 0.5, 0.95,
            '2025-01-01 00:00:00' FROM n\
          """
              .formatted(rows));
    }
  }
}
