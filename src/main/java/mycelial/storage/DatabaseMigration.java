package mycelial.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import mycelial.storage.MigrationReport.Outcome;

/** Makes a database file one of the newest version, whether it is ours or the Python attempt's. */
public final class DatabaseMigration {
  private final Path file;

  private DatabaseMigration(Path file) {
    this.file = file;
  }

  /**
   * Migrates a file in one transaction, after a copy beside it. A file that is up to date is left
   * as it is.
   *
   * @throws UnknownDatabaseException when it is no such database
   * @throws StorageException when it cannot be read or written, or is newer than this program
   */
  public static MigrationReport migrate(Path file) {
    return new DatabaseMigration(file).run();
  }

  private MigrationReport run() {
    Database.requireFile(file);
    try (Connection connection =
        Database.config(WriterSettings.DEFAULT).createConnection(Database.url(file))) {
      Optional<DatabaseKind> ours = kind(connection);
      if (ours.isPresent()) {
        return bringUpToDate(connection, ours.get());
      }
      PythonPatterns patterns = new PythonPatterns(connection, file);
      patterns.requireOne();
      return patterns.migrate();
    } catch (SQLException e) {
      if (Reasons.isNoDatabase(e)) {
        throw new UnknownDatabaseException(Reasons.sentence("Cannot migrate", file, e));
      }
      throw new StorageException(Reasons.sentence("Cannot migrate", file, e), e);
    }
  }

  private static Optional<DatabaseKind> kind(Connection connection) throws SQLException {
    int id = Pragmas.number(connection, "application_id");
    return Arrays.stream(DatabaseKind.values())
        .filter(kind -> kind.applicationId() == id)
        .findFirst();
  }

  private MigrationReport bringUpToDate(Connection connection, DatabaseKind kind)
      throws SQLException {
    Migrations migrations = kind.migrations();
    if (migrations.requireKnown(connection, file) == migrations.newest()) {
      return new MigrationReport(file, Outcome.NOTHING_TO_DO, null, 0, 0, 0);
    }
    Path copy = migrations.migrate(connection, file).orElse(null);
    return new MigrationReport(file, Outcome.BROUGHT_UP_TO_DATE, copy, 0, 0, 0);
  }
}
