package mycelial.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code mycelial_patterns.db}. */
public final class PatternQueries {
  private PatternQueries() {}

  /**
   * How many patterns a session has archived, by the moat of the learners that found them; none
   * where there is no database.
   *
   * @throws StorageException when the file cannot be read
   */
  public static Map<String, Long> archivedByMoat(Path folder, String session) {
    Path file = DatabaseKind.PATTERNS.file(folder);
    Map<String, Long> counts = new TreeMap<>();
    if (!Files.exists(file)) {
      return counts;
    }
    try (Connection connection = Database.openForReading(folder, DatabaseKind.PATTERNS)) {
      new Query(connection, file)
          .list(
              "SELECT p.moat, COUNT(*) FROM patterns p JOIN pattern_sources s ON s.pattern_row ="
                  + " p.id WHERE s.session = ? GROUP BY p.moat",
              row -> Map.entry(row.getString(1), row.getLong(2)),
              session)
          .forEach(each -> counts.put(each.getKey(), each.getValue()));
    } catch (SQLException e) {
      throw new StorageException(Reasons.sentence("Cannot read", file, e), e);
    }
    return counts;
  }
}
