package mycelial.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Follows the patterns that one session archives in {@code mycelial_patterns.db}, through a
 * connection of its own that can only read. Not safe for use by several threads. Every method
 * throws {@link StorageException} when the file cannot be read.
 */
public final class PatternTail implements AutoCloseable {
  private final Connection connection;
  private final Query query;
  private final String session;

  private PatternTail(Connection connection, Path file, String session) {
    this.connection = connection;
    this.query = new Query(connection, file);
    this.session = session;
  }

  /**
   * Opens the database of a folder.
   *
   * @throws StorageException when there is none or it cannot be used
   */
  public static PatternTail open(Path folder, String session) {
    return new PatternTail(
        Database.openForReading(folder, DatabaseKind.PATTERNS),
        DatabaseKind.PATTERNS.file(folder),
        session);
  }

  /** Patterns archived after one already seen. */
  public List<TailRow> after(long number) {
    return query.list(
        "SELECT p.id, s.pattern_id, p.agent_id, p.timestamp, p.pattern_value, p.age_minutes,"
            + " p.decay_factor, p.moat, p.product, p.signal_type, p.raw_features"
            + " FROM patterns p JOIN pattern_sources s ON s.pattern_row = p.id"
            + " WHERE s.session = ? AND p.id > ? ORDER BY p.id",
        TailRow::read,
        session,
        number);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StorageException("Cannot close mycelial_patterns.db (" + e.getMessage() + ").", e);
    }
  }
}
