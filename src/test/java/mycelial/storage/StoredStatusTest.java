package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredStatusTest {
  @TempDir Path folder;

  private StoredStatus read(String session) {
    try (TradeQueries queries = TradeQueries.open(folder)) {
      return queries.status(session).orElseThrow();
    }
  }

  private void write(SessionStatus... statuses) {
    for (SessionStatus status : statuses) {
      try (Storage storage = Storage.open(folder, Records.session(status.identity().session()))) {
        storage.status(status);
      }
    }
  }

  @Test
  void comesBackAsItWasWithEveryDigitOfItsMoney() {
    SessionStatus status = Statuses.running("s");
    write(status);

    StoredStatus stored = read("s");

    assertThat(stored.status()).isEqualTo(status);
    assertThat(stored.body()).contains("\"equity\":10012.3400").contains("0.00000001");
    assertThat(stored.time()).isGreaterThan(1_700_000_000);
  }

  @Test
  void replacesWhatTheSessionSaidBeforeAndCountsOnThoughItIsResumed() {
    SessionStatus first = Statuses.running("s");
    SessionStatus.Standing ended =
        new SessionStatus.Standing(
            "COMPLETED", true, true, false, true, null, first.standing().barredPairs());
    write(first, Statuses.running("other"), first.with(ended));

    assertThat(read("s").seq()).isEqualTo(2);
    assertThat(read("s").status().standing().state()).isEqualTo("COMPLETED");
    assertThat(read("other").seq()).isEqualTo(1);
  }

  @Test
  void isAbsentForASessionThatHasSaidNothingAndInADatabaseThatKeepsNone() throws SQLException {
    Storage.open(folder, Records.session("s")).close();
    try (TradeQueries queries = TradeQueries.open(folder)) {
      assertThat(queries.status("s")).isEmpty();
    }
    try (Sqlite older = Sqlite.open(folder.resolve("trades.db"))) {
      older.run("DROP TABLE status");
      older.run("PRAGMA user_version = 2");
    }
    try (TradeQueries queries = TradeQueries.open(folder)) {
      assertThat(queries.status("s")).isEmpty();
    }
  }

  @Test
  void passesOverWhatANewerProgramAddsAndRefusesWhatIsNoStatus() throws SQLException {
    write(Statuses.running("s"));
    try (Sqlite database = Sqlite.open(folder.resolve("trades.db"))) {
      database.run("UPDATE status SET body = '{\"news\":1,' || substr(body, 2)");
      assertThat(read("s").status()).isEqualTo(Statuses.running("s"));
      database.run("UPDATE status SET body = '{\"news\":'");
    }
    assertThatThrownBy(() -> read("s"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("Cannot read")
        .hasMessageContaining("trades.db");
  }
}
