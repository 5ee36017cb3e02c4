package mycelial.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/**
 * Opens and creates the database files. Files are never opened other than by SQLite: POSIX drops
 * all locks that a process holds on a file when it closes any descriptor of it, SQLite's included.
 */
final class Database {
  /** Later versions only added tables, so that older files can be read as they are. */
  private static final int OLDEST_READABLE = 1;

  private Database() {}

  /**
   * Opens a database for writing, creating or migrating it first where needed.
   *
   * @throws StorageException with one sentence when that cannot be done
   */
  static Connection open(Path folder, DatabaseKind kind, WriterSettings settings) {
    Path file = kind.file(folder);
    try {
      if (Files.notExists(file)) {
        create(folder, kind);
      }
      requireFile(file);
      return connect(file, kind, settings);
    } catch (SQLException e) {
      throw new StorageException(Reasons.sentence("Cannot open", file, e), e);
    } catch (IOException e) {
      throw new StorageException(
          "Cannot create " + file + ": " + e.getMessage() + "; choose another folder.", e);
    }
  }

  /**
   * Opens a database that must exist, for reading alone.
   *
   * @throws StorageException with one sentence when that cannot be done
   */
  static Connection openForReading(Path folder, DatabaseKind kind) {
    Path file = kind.file(folder);
    requireFile(file);
    SQLiteConfig config = config(WriterSettings.DEFAULT);
    config.setReadOnly(true);
    try {
      Connection connection = config.createConnection(url(file));
      try {
        requireOurs(connection, file, kind);
        if (kind.migrations().requireKnown(connection, file) < OLDEST_READABLE) {
          throw new StorageException(
              "Cannot read " + file + ": it has no tables yet; start a session on its folder.");
        }
        return connection;
      } catch (SQLException | StorageException e) {
        close(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new StorageException(Reasons.sentence("Cannot read", file, e), e);
    }
  }

  /** Closes a connection that is given up because of {@code e}. */
  static void close(Connection connection, Throwable e) {
    try {
      connection.close();
    } catch (SQLException second) {
      e.addSuppressed(second);
    }
  }

  private static Connection connect(Path file, DatabaseKind kind, WriterSettings settings)
      throws SQLException {
    Connection connection = config(settings).createConnection(url(file));
    try {
      requireOurs(connection, file, kind);
      Pragmas.query(connection, "PRAGMA journal_mode = WAL");
      kind.migrations().migrate(connection, file);
      for (String pragma : settings.pragmas()) {
        Pragmas.query(connection, "PRAGMA " + pragma);
      }
      return connection;
    } catch (SQLException | StorageException e) {
      close(connection, e);
      throw e;
    }
  }

  /** Makes the file under another name first, so that one with its name is always complete. */
  private static void create(Path folder, DatabaseKind kind) throws SQLException, IOException {
    Path file = kind.file(folder);
    Path draft = Path.of(file + ".new-" + ProcessHandle.current().pid());
    Files.deleteIfExists(draft);
    try (Connection connection = config(WriterSettings.DEFAULT).createConnection(url(draft))) {
      Pragmas.run(connection, "PRAGMA application_id = " + kind.applicationId());
      kind.migrations().apply(connection);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  static SQLiteConfig config(WriterSettings settings) {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout((int) settings.busyTimeout().toMillis());
    return config;
  }

  static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new StorageException(
          "Cannot open " + file + ": it is a folder; move it away or choose another data folder.");
    }
    if (Files.notExists(file)) {
      throw new StorageException(
          "Cannot open " + file + ": it does not exist; check the data folder.");
    }
    try {
      if (Files.size(file) == 0) {
        throw new StorageException(
            "Cannot open "
                + file
                + ": it is empty (0 bytes), so its contents have been lost; restore a backup or"
                + " delete it.");
      }
    } catch (IOException e) {
      throw new StorageException("Cannot look at " + file + " (" + e + "); check the folder.", e);
    }
  }

  /** The driver takes what follows a question mark for settings and would open another file. */
  static String url(Path file) {
    if (file.toString().contains("?")) {
      throw new StorageException(
          "Cannot use " + file + ": its name contains '?'; choose another folder.");
    }
    return "jdbc:sqlite:" + file;
  }

  private static void requireOurs(Connection connection, Path file, DatabaseKind kind)
      throws SQLException {
    int id = Pragmas.number(connection, "application_id");
    if (id != kind.applicationId()) {
      if (kind == DatabaseKind.PATTERNS && PythonPatterns.isOne(connection)) {
        throw new StorageException(
            "Cannot use "
                + file
                + " as it is: it is a patterns database of the Python attempt; bring it over with:"
                + " mycelial db migrate "
                + file);
      }
      throw new StorageException(
          "Cannot use "
              + file
              + ": it was not made by this program (application id "
              + id
              + ", expected "
              + kind.applicationId()
              + "); move it away, or choose another data folder.");
    }
  }
}
