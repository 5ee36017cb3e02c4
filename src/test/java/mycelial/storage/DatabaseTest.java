package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
  @TempDir Path folder;

  private Path trades() {
    return folder.resolve("trades.db");
  }

  private void assertRefused(String... parts) {
    WriterSettings impatient =
        new WriterSettings(
            10,
            10,
            Duration.ofMillis(50),
            Duration.ofMillis(20),
            0,
            Duration.ofMinutes(1),
            List.of());
    assertThatThrownBy(() -> Storage.open(folder, Records.session("s"), impatient))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(trades().toString())
        .hasMessageContainingAll(parts);
  }

  @Test
  void createsTheFolder() {
    Path deep = folder.resolve("a/b");
    Storage.open(deep, Records.session("s")).close();
    assertThat(deep.resolve("trades.db")).exists();
  }

  @Test
  void refusesAFolderBelowAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> Storage.open(file.resolve("data"), Records.session("s")))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("Cannot create the data folder " + file.resolve("data"))
        .hasMessageEndingWith("choose another folder.");
  }

  @Test
  void refusesAFolderWhoseNameTheDriverWouldCut() {
    assertThatThrownBy(() -> Storage.open(folder.resolve("why?"), Records.session("s")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("its name contains '?'");
  }

  @Test
  void refusesADirectoryOfThatName() throws IOException {
    Files.createDirectory(trades());
    assertRefused("it is a folder");
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws IOException {
    Files.writeString(trades(), "not a database at all ".repeat(100));
    assertRefused("is not a SQLite database");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Files.createFile(trades());
    assertRefused("it is empty (0 bytes)");
  }

  @Test
  void refusesADatabaseOfAnotherProgramAndNamesTheWayOut() throws SQLException {
    try (Sqlite foreign = Sqlite.open(trades())) {
      foreign.run("CREATE TABLE trades (id INTEGER PRIMARY KEY)");
    }
    assertRefused("was not made by this program", "move it away");
    try (Sqlite foreign = Sqlite.open(trades())) {
      assertThat(foreign.one("PRAGMA journal_mode")).isEqualTo("delete");
    }
  }

  @Test
  void refusesTheOtherDatabaseUnderThisName() throws IOException {
    Storage.open(folder, Records.session("s")).close();
    Files.delete(trades());
    Files.move(folder.resolve("mycelial_patterns.db"), trades());
    assertRefused("was not made by this program");
  }

  @Test
  void refusesANewerSchema() throws SQLException {
    Storage.open(folder, Records.session("s")).close();
    try (Sqlite later = Sqlite.open(trades())) {
      later.run("PRAGMA user_version = 99");
    }
    assertRefused("its schema has version 99", "use a newer program");
  }

  @Test
  void refusesALockedDatabase() throws SQLException {
    Storage.open(folder, Records.session("s")).close();
    try (Sqlite other = Sqlite.open(trades())) {
      other.run("BEGIN IMMEDIATE");
      assertRefused("locked by another process");
      other.run("ROLLBACK");
    }
  }

  @Test
  void migratesAnEmptyDatabaseOfVersionZeroAfterACopy() throws SQLException {
    try (Sqlite old = Sqlite.open(trades())) {
      old.run("PRAGMA application_id = " + DatabaseKind.TRADES.applicationId());
      old.run("CREATE TABLE kept (text TEXT)");
      old.run("INSERT INTO kept VALUES ('still here')");
    }
    Storage.open(folder, Records.session("s")).close();
    try (Sqlite now = Sqlite.open(trades());
        Sqlite copy = Sqlite.open(folder.resolve("trades.db.v0.backup"))) {
      assertThat(now.one("PRAGMA user_version")).isEqualTo("5");
      assertThat(now.one("SELECT text FROM kept")).isEqualTo("still here");
      assertThat(copy.one("PRAGMA user_version")).isEqualTo("0");
      assertThat(copy.one("SELECT text FROM kept")).isEqualTo("still here");
    }
  }

  @Test
  void readsADatabaseOfVersionOneAsItIsAndBringsItUpToDateWhenWriting() throws Exception {
    versionOne();
    try (TradeQueries queries = TradeQueries.open(folder)) {
      assertThat(queries.sessions()).hasSize(1);
      assertThat(queries.messages("old", MessageFilter.ALL)).isEmpty();
      assertThat(queries.messageCounts("old")).isEmpty();
    }
    Storage.open(folder, Records.session("s")).close();
    try (Sqlite now = Sqlite.open(trades())) {
      assertThat(now.one("PRAGMA user_version")).isEqualTo("5");
      assertThat(now.rows("SELECT id FROM sessions ORDER BY id")).containsExactly("old", "s");
    }
    assertThat(folder.resolve("trades.db.v1.backup")).exists();
    assertThat(DatabaseCheck.check(folder).findings()).isEmpty();
  }

  private void versionOne() throws Exception {
    try (Sqlite old = Sqlite.open(trades());
        InputStream script =
            DatabaseKind.class.getResourceAsStream("/mycelial/storage/trades/V1.sql")) {
      old.run(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
      old.run("PRAGMA application_id = " + DatabaseKind.TRADES.applicationId());
      old.run("PRAGMA user_version = 1");
      old.run("PRAGMA journal_mode = WAL");
      old.run(
          "INSERT INTO sessions VALUES"
              + " ('old', 'run', 1, 'REAL', 'f', 'i', 'b', '2026-01-01', NULL, NULL, 'RUNNING', NULL)");
    }
  }

  @Test
  void namesTheMigrationToWhoHasAPatternsDatabaseOfThePythonAttempt() throws SQLException {
    Path file = folder.resolve("mycelial_patterns.db");
    PythonDatabase.make(file, PythonDatabase.EIGHT, 3);
    assertThatThrownBy(() -> Storage.open(folder, Records.session("s")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("of the Python attempt")
        .hasMessageEndingWith("mycelial db migrate " + file);
    try (Sqlite python = Sqlite.open(file)) {
      assertThat(python.one("SELECT COUNT(*) FROM patterns")).isEqualTo("3");
    }
  }

  @Test
  void readsOnlyWhatExists() {
    assertThatThrownBy(() -> TradeQueries.open(folder))
        .isInstanceOf(StorageException.class)
        .hasMessage("Cannot open " + trades() + ": it does not exist; check the data folder.");
    assertThat(trades()).doesNotExist();
  }

  @Test
  void cannotWriteThroughAReader() throws SQLException {
    Storage.open(folder, Records.session("s")).close();
    try (Connection reader = Database.openForReading(folder, DatabaseKind.TRADES)) {
      assertThatThrownBy(() -> Pragmas.run(reader, "DELETE FROM sessions"))
          .isInstanceOfSatisfying(
              SQLException.class,
              e ->
                  assertThat(Reasons.sentence("Cannot write to", trades(), e))
                      .contains("read-only; make both writable"));
    }
  }
}
