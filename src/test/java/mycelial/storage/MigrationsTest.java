package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {
  @TempDir Path folder;
  private Path file = Path.of("notes.db");

  @BeforeEach
  void makeVersionOne() throws SQLException {
    file = folder.resolve("notes.db");
    try (Sqlite old = Sqlite.open(file)) {
      old.run("CREATE TABLE notes (text TEXT NOT NULL)");
      old.run("INSERT INTO notes VALUES ('first')");
      old.run("PRAGMA user_version = 1");
    }
  }

  private void migrate(String scripts) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      new Migrations("/mycelial/storage/" + scripts).migrate(connection, file);
    }
  }

  @Test
  void appliesWhatIsMissingAndKeepsTheRows() throws SQLException {
    migrate("growing");
    try (Sqlite now = Sqlite.open(file);
        Sqlite copy = Sqlite.open(folder.resolve("notes.db.v1.backup"))) {
      assertThat(now.rows("SELECT * FROM notes")).containsExactly("first|nobody");
      assertThat(now.one("PRAGMA user_version")).isEqualTo("2");
      assertThat(copy.rows("SELECT * FROM notes")).containsExactly("first");
    }
  }

  @Test
  void doesNothingTheSecondTime() throws SQLException {
    migrate("growing");
    migrate("growing");
    assertThat(folder.resolve("notes.db.v2.backup")).doesNotExist();
    assertThat(folder.resolve("notes.db.v1.backup.2")).doesNotExist();
  }

  @Test
  void leavesTheDatabaseAsItWasWhenAScriptFails() throws SQLException {
    assertThatThrownBy(() -> migrate("broken")).isInstanceOf(SQLException.class);
    try (Sqlite now = Sqlite.open(file)) {
      assertThat(now.one("PRAGMA user_version")).isEqualTo("1");
      assertThat(now.rows("SELECT name FROM sqlite_schema")).containsExactly("notes");
    }
  }

  @Test
  void overwritesNoEarlierCopy() throws SQLException {
    assertThatThrownBy(() -> migrate("broken")).isInstanceOf(SQLException.class);
    migrate("growing");
    assertThat(folder.resolve("notes.db.v1.backup")).exists();
    assertThat(folder.resolve("notes.db.v1.backup.2")).exists();
  }
}
