package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbMigrateCommandTest {
  @TempDir Path data = Path.of("");

  private Path python(String name) throws SQLException {
    Path file = data.resolve(name);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE patterns (id INTEGER PRIMARY KEY AUTOINCREMENT, agent_id INTEGER NOT NULL,"
              + " timestamp REAL NOT NULL, pattern_value REAL NOT NULL, raw_features TEXT NOT NULL,"
              + " age_minutes REAL NOT NULL, decay_factor REAL NOT NULL,"
              + " created_at DATETIME DEFAULT CURRENT_TIMESTAMP)");
      for (String features : new String[] {"{}", "{}", "{\"rsi\":3}", "none"}) {
        statement.executeUpdate(
            "INSERT INTO patterns(agent_id, timestamp, pattern_value, raw_features, age_minutes,"
                + " decay_factor) VALUES (1, 1.7e9, 50, '"
                + features
                + "', 1, 0.9)");
      }
    }
    return file;
  }

  @Test
  void migratesTheDataFoldersDatabaseAndThenHasNothingToDo() throws SQLException {
    Path file = python("mycelial_patterns.db");

    Cli.Outcome first = Cli.run("db", "migrate", "--data-dir", data.toString());
    Cli.Outcome second = Cli.run("db", "migrate", "--data-dir", data.toString());

    assertThat(first.code()).isZero();
    assertThat(first.out())
        .startsWith(
            file
                + ": migrated 4 patterns of the Python attempt, 3 distinct, 1 duplicates; 1 rows"
                + " cannot be read and are kept in the table patterns_unreadable")
        .contains(file + ".python.backup");
    assertThat(second.code()).isZero();
    assertThat(second.out()).contains(file + ": up to date, there is nothing to do");
  }

  @Test
  void tellsScriptsWhatItDid() throws SQLException {
    Path one = python("one.db");
    Path two = python("two.db");

    JsonNode done = Cli.run("db", "migrate", "--json", one.toString(), two.toString()).json();

    assertThat(done.at("/files")).hasSize(2);
    assertThat(done.at("/files/0/file").asText()).isEqualTo(one.toString());
    assertThat(done.at("/files/0/outcome").asText()).isEqualTo("MIGRATED");
    assertThat(done.at("/files/0/rows").asInt()).isEqualTo(4);
    assertThat(done.at("/files/0/distinct").asInt()).isEqualTo(3);
    assertThat(done.at("/files/0/duplicates").asInt()).isEqualTo(1);
    assertThat(done.at("/files/0/unreadable").asInt()).isEqualTo(1);
    assertThat(Path.of(done.at("/files/1/backup").asText())).exists();
  }

  @Test
  void whatIsNoSuchDatabaseIsBadData() throws Exception {
    Path file = Files.writeString(data.resolve("text.db"), "no database, but long enough for one");

    Cli.Outcome outcome = Cli.run("db", "migrate", file.toString());

    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(outcome.errorLines()).singleElement().asString().contains("not a SQLite database");
    assertThat(file).hasContent("no database, but long enough for one");
  }

  @Test
  void whatCannotBeUsedIsAService() throws Exception {
    Path empty = Files.createFile(data.resolve("empty.db"));

    assertThat(Cli.run("db", "migrate", data.resolve("missing.db").toString()).code())
        .isEqualTo(ExitCode.SERVICE);
    assertThat(Cli.run("db", "migrate", empty.toString()).code()).isEqualTo(ExitCode.SERVICE);
    assertThat(Cli.run("db", "migrate", data.toString()).code()).isEqualTo(ExitCode.SERVICE);
  }

  @Test
  void aSessionOnAPythonDatabaseNamesTheWayOut() throws SQLException {
    Path file = python("mycelial_patterns.db");

    Cli.Outcome outcome =
        Cli.run("run", "--feed", "synthetic", "--speed", "max", "--data-dir", data.toString());

    assertThat(outcome.code()).isEqualTo(ExitCode.SERVICE);
    assertThat(outcome.errorLines().getLast()).endsWith("mycelial db migrate " + file);
  }

  @Test
  void anEmptyFolderHasNothingToMigrate() {
    Cli.Outcome outcome = Cli.run("db", "migrate", "--data-dir", data.toString());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).startsWith("there is no database in " + data);
  }
}
