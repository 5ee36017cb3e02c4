package mycelial.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The numbered scripts {@code V1.sql}, {@code V2.sql}, ... of a database. Script n leads from
 * version n - 1 to n; the version is SQLite's {@code user_version}. Each is applied in one
 * transaction, so that a database is always at one version or the next.
 */
final class Migrations {
  private final List<String> scripts;

  /** Loads the scripts from a folder of the class path. */
  Migrations(String folder) {
    this.scripts = load(folder);
  }

  int newest() {
    return scripts.size();
  }

  /**
   * Brings a database to the newest version, after a copy {@code <file>.v<old>.backup}.
   *
   * @return the copy, if there was anything to do
   * @throws StorageException when the database is newer than the program
   */
  Optional<Path> migrate(Connection connection, Path file) throws SQLException {
    int version = requireKnown(connection, file);
    if (version == newest()) {
      return Optional.empty();
    }
    Path copy = backup(connection, file, "v" + version);
    apply(connection);
    return Optional.of(copy);
  }

  /**
   * The version of a database.
   *
   * @throws StorageException when it is newer than the program
   */
  int requireKnown(Connection connection, Path file) throws SQLException {
    int version = Pragmas.number(connection, "user_version");
    if (version > newest()) {
      throw new StorageException(
          "Cannot use "
              + file
              + ": its schema has version "
              + version
              + ", this program knows versions up to "
              + newest()
              + "; use a newer program.");
    }
    return version;
  }

  /** Applies what is missing, without a copy: for a file that nobody else has seen yet. */
  void apply(Connection connection) throws SQLException {
    for (int next = 1; next <= newest(); next++) {
      Pragmas.run(connection, "BEGIN IMMEDIATE");
      try {
        if (Pragmas.number(connection, "user_version") == next - 1) {
          Pragmas.run(connection, scripts.get(next - 1));
          Pragmas.run(connection, "PRAGMA user_version = " + next);
        }
        Pragmas.run(connection, "COMMIT");
      } catch (SQLException e) {
        Pragmas.rollback(connection, e);
        throw e;
      }
    }
  }

  /** Makes the tables of the newest version within the caller's transaction. */
  void build(Connection connection) throws SQLException {
    for (String script : scripts) {
      Pragmas.run(connection, script);
    }
    Pragmas.run(connection, "PRAGMA user_version = " + newest());
  }

  /** Copies a database to {@code <file>.<name>.backup}, numbered where that is taken. */
  static Path backup(Connection connection, Path file, String version) throws SQLException {
    String name = file + "." + version + ".backup";
    Path copy = Path.of(name);
    for (int number = 2; Files.exists(copy); number++) {
      copy = Path.of(name + "." + number);
    }
    try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, copy.toString());
      vacuum.execute();
    }
    return copy;
  }

  private static List<String> load(String folder) {
    List<String> scripts = new ArrayList<>();
    while (true) {
      String name = folder + "/V" + (scripts.size() + 1) + ".sql";
      try (InputStream in = Migrations.class.getResourceAsStream(name)) {
        if (in == null) {
          return List.copyOf(scripts);
        }
        scripts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + name + " from the program's own jar", e);
      }
    }
  }
}
