package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import mycelial.storage.MigrationReport.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseMigrationTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("mycelial_patterns.db");
  }

  private List<String> rows(String sql) throws SQLException {
    try (Sqlite now = Sqlite.open(file())) {
      return now.rows(sql);
    }
  }

  private void run(String... statements) throws SQLException {
    try (Sqlite python = Sqlite.open(file())) {
      for (String statement : statements) {
        python.run(statement);
      }
    }
  }

  @Test
  void bringsEightColumnsOverWithTheDefaultsOfTheOtherThree() throws SQLException {
    PythonDatabase.make(file(), PythonDatabase.EIGHT, 2);
    run("UPDATE patterns SET id = 70 WHERE id = 2");

    MigrationReport report = DatabaseMigration.migrate(file());

    Path copy = folder.resolve("mycelial_patterns.db.python.backup");
    assertThat(report).isEqualTo(new MigrationReport(file(), Outcome.MIGRATED, copy, 2, 2, 0));
    assertThat(rows("SELECT * FROM patterns"))
        .containsExactly(
            "1|1|1700000001.0|50.5|{\"rsi\": 1}|0.5|0.95|2025-01-01 00:00:00|Finance|Unknown"
                + "|market-data",
            "70|2|1700000002.0|50.5|{\"rsi\": 2}|0.5|0.95|2025-01-01 00:00:00|Finance|Unknown"
                + "|market-data");
    try (Sqlite before = Sqlite.open(Objects.requireNonNull(report.backup()))) {
      assertThat(before.rows("SELECT id FROM patterns")).containsExactly("1", "70");
      assertThat(before.one("PRAGMA application_id")).isEqualTo("0");
    }
  }

  @Test
  void keepsTheThreeColumnsWhereTheyAreGiven() throws SQLException {
    PythonDatabase.make(file(), PythonDatabase.ELEVEN, 2);
    run("UPDATE patterns SET moat = 'Code', product = 'rust', signal_type = NULL WHERE id = 2");

    DatabaseMigration.migrate(file());

    assertThat(rows("SELECT id, moat, product, signal_type FROM patterns"))
        .containsExactly("1|Finance|Unknown|market-data", "2|Code|rust|market-data");
  }

  @Test
  void countsWhatRepeatsAnotherAndKeepsIt() throws SQLException {
    PythonDatabase.make(file(), PythonDatabase.EIGHT, 10_000);
    run(
        "INSERT INTO patterns(agent_id, timestamp, pattern_value, raw_features, age_minutes,"
            + " decay_factor, created_at) SELECT agent_id, timestamp, pattern_value, raw_features,"
            + " age_minutes, decay_factor, '2026-06-06' FROM patterns WHERE id <= 2293");

    MigrationReport report = DatabaseMigration.migrate(file());

    assertThat(report.rows()).isEqualTo(12_293);
    assertThat(report.distinct()).isEqualTo(10_000);
    assertThat(report.duplicates()).isEqualTo(2_293);
    assertThat(report.unreadable()).isZero();
    assertThat(rows("SELECT COUNT(*), MAX(id) FROM patterns")).containsExactly("12293|12293");
  }

  @Test
  void keepsWhatNobodyCanReadInATableOfItsOwnWithTheReason() throws SQLException {
    PythonDatabase.make(file(), PythonDatabase.EIGHT.replace(" NOT NULL", ""), 9);
    run(
        "UPDATE patterns SET raw_features = '{\"rsi\": NaN}' WHERE id = 2",
        "UPDATE patterns SET pattern_value = NULL WHERE id = 3",
        "UPDATE patterns SET pattern_value = 'much' WHERE id = 4",
        "UPDATE patterns SET agent_id = 'seven' WHERE id = 5",
        "UPDATE patterns SET timestamp = 9e999 WHERE id = 6",
        "UPDATE patterns SET raw_features = NULL WHERE id = 7",
        "UPDATE patterns SET age_minutes = 3 WHERE id = 8",
        "UPDATE patterns SET decay_factor = x'00' WHERE id = 9");

    MigrationReport report = DatabaseMigration.migrate(file());

    assertThat(report.rows()).isEqualTo(9);
    assertThat(report.unreadable()).isEqualTo(7);
    assertThat(rows("SELECT id FROM patterns")).containsExactly("1", "8");
    assertThat(rows("SELECT id, reason FROM patterns_unreadable"))
        .containsExactly(
            "2|raw_features is not JSON",
            "3|pattern_value is null",
            "4|pattern_value is text",
            "5|agent_id is text",
            "6|a value is infinite",
            "7|raw_features is null",
            "9|decay_factor is blob");
    assertThat(rows("SELECT pattern_value, product FROM patterns_unreadable WHERE id = 4"))
        .containsExactly("much|Unknown");
  }

  @Test
  void isThenADatabaseThatSessionsAppendTo() throws SQLException {
    PythonDatabase.make(file(), PythonDatabase.EIGHT, 5);
    run("UPDATE patterns SET raw_features = 'nonsense' WHERE id = 5");
    DatabaseMigration.migrate(file());
    try (Storage storage = Storage.open(folder, Records.session("s"))) {
      storage.archive(Records.pattern("p-1", 2));
    }

    assertThat(rows("SELECT MAX(id) FROM patterns")).containsExactly("6");
    assertThat(DatabaseCheck.check(folder).isSound()).isTrue();
  }

  @Test
  void doesNothingTheSecondTime() throws Exception {
    PythonDatabase.make(file(), PythonDatabase.ELEVEN, 3);
    DatabaseMigration.migrate(file());
    byte[] after = Files.readAllBytes(file());

    assertThat(DatabaseMigration.migrate(file()))
        .isEqualTo(new MigrationReport(file(), Outcome.NOTHING_TO_DO, null, 0, 0, 0));
    assertThat(Files.readAllBytes(file())).isEqualTo(after);
    assertThat(folder.resolve("mycelial_patterns.db.python.backup.2")).doesNotExist();
  }

  @Test
  void leavesEverythingAsItWasWhenItFailsInTheMiddle() throws SQLException {
    PythonDatabase.make(file(), PythonDatabase.EIGHT, 3);
    run("CREATE TABLE pattern_sources (theirs TEXT)");

    assertThatThrownBy(() -> DatabaseMigration.migrate(file()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("pattern_sources already exists");
    assertThat(rows("SELECT COUNT(*) FROM patterns")).containsExactly("3");
    assertThat(rows("PRAGMA application_id")).containsExactly("0");
  }

  @Test
  void keepsTheirOtherTables() throws SQLException {
    PythonDatabase.make(file(), PythonDatabase.EIGHT, 3);
    run("CREATE TABLE notes (text TEXT)", "INSERT INTO notes VALUES ('kept')");
    DatabaseMigration.migrate(file());
    assertThat(rows("SELECT text FROM notes")).containsExactly("kept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE patterns (id INTEGER PRIMARY KEY, colour TEXT)",
        "CREATE TABLE trades (id INTEGER PRIMARY KEY)",
        "PRAGMA application_id = 77"
      })
  void refusesADatabaseThatIsNeitherOfBoth(String sql) throws SQLException {
    run(sql, "CREATE TABLE something (a)");
    assertThatThrownBy(() -> DatabaseMigration.migrate(file()))
        .isInstanceOf(UnknownDatabaseException.class)
        .hasMessageStartingWith("Cannot migrate " + file() + ": it is neither");
    assertThat(folder.resolve("mycelial_patterns.db.python.backup")).doesNotExist();
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws Exception {
    Files.writeString(file(), "no database at all, however long one looks at it");
    assertThatThrownBy(() -> DatabaseMigration.migrate(file()))
        .isInstanceOf(UnknownDatabaseException.class)
        .hasMessageContaining("is not a SQLite database");
  }

  @Test
  void refusesANewerVersionAndAMissingFile() throws SQLException {
    assertThatThrownBy(() -> DatabaseMigration.migrate(file()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("does not exist");
    Storage.open(folder, Records.session("s")).close();
    run("PRAGMA user_version = 99");
    assertThatThrownBy(() -> DatabaseMigration.migrate(file()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("its schema has version 99");
  }

  @Test
  void refusesADatabaseThatSomebodyWrites() throws SQLException {
    PythonDatabase.make(file(), PythonDatabase.EIGHT, 3);
    try (Sqlite other = Sqlite.open(file())) {
      other.run("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> DatabaseMigration.migrate(file()))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("locked by another process");
      other.run("ROLLBACK");
    }
  }
}
