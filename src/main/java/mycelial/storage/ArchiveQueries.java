package mycelial.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads {@code mycelial_patterns.db}. Every method throws {@link StorageException} when it fails.
 */
public final class ArchiveQueries {
  private ArchiveQueries() {}

  /**
   * An archived pattern.
   *
   * @param row of the table patterns
   * @param time when it was archived, ISO-8601
   * @param value its value then, 0 to 100
   * @param json conditions and evidence
   */
  public record Archived(long row, String time, double value, String json) {}

  /** What a session archived of a rule, if anything. */
  public static Optional<Archived> archived(Path folder, String session, String patternId) {
    if (!Files.exists(DatabaseKind.PATTERNS.file(folder))) {
      return Optional.empty();
    }
    try (Connection connection = Database.openForReading(folder, DatabaseKind.PATTERNS)) {
      return new Query(connection, DatabaseKind.PATTERNS.file(folder))
              .list(
                  "SELECT p.* FROM patterns p JOIN pattern_sources s ON s.pattern_row = p.id"
                      + " WHERE s.session = ? AND s.pattern_id = ?",
                  row ->
                      new Archived(
                          row.getLong("id"),
                          Instant.ofEpochMilli((long) (1000 * row.getDouble("timestamp")))
                              .toString(),
                          row.getDouble("pattern_value"),
                          row.getString("raw_features")),
                  session,
                  patternId)
              .stream()
              .findFirst();
    } catch (SQLException e) {
      throw new StorageException("Cannot close mycelial_patterns.db (" + e.getMessage() + ").", e);
    }
  }
}
