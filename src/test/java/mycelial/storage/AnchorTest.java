package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnchorTest {
  @TempDir Path folder;

  private void trade(String session, int from, int to) {
    trade(folder, session, from, to);
  }

  private static void trade(Path folder, String session, int from, int to) {
    try (Storage storage = Storage.open(folder, Records.session(session))) {
      for (int i = from; i <= to; i++) {
        double time = Records.NOON + 100 * i;
        storage.closed(
            Records.trade(
                Records.position(session + "-" + i, SignalSource.BASELINE, time), "45.80"));
        storage.flush();
      }
    }
  }

  private List<String> findings() {
    return DatabaseCheck.check(folder).findings().stream().map(Finding::text).toList();
  }

  private void run(String sql) throws SQLException {
    try (Sqlite trades = Sqlite.trades(folder)) {
      trades.run(sql);
    }
  }

  @Test
  void agreesWithWhatIsStoredAlsoWhenASessionIsContinued() throws Exception {
    trade("s", 1, 3);
    trade("s", 1, 5);
    trade("other", 1, 2);
    assertThat(findings()).isEmpty();
    try (Sqlite trades = Sqlite.trades(folder)) {
      assertThat(trades.rows("SELECT session, trades, length(chain) FROM anchors ORDER BY session"))
          .containsExactly("other|2|64", "s|5|64");
    }
    assertThat(Files.readString(folder.resolve("trades.db.anchor"))).startsWith("other 2 ");
  }

  /** Everything that is stored of a trade is tied down, not only what can be recomputed. */
  @ParameterizedTest
  @CsvSource({
    "positions, features, '''{}'''",
    "positions, idea_id, '''another'''",
    "positions, stop, stop + 1",
    "positions, exit_quote_time, exit_quote_time - 1",
    "trades, rsi_entry, NULL",
    "trades, entry_timestamp, '''2020-01-01T00:00:00.000Z'''",
    "trades, prediction_score, prediction_score + 0.000001"
  })
  void seesARowThatIsNotAsItWasWritten(String table, String column, String value)
      throws SQLException {
    trade("s", 1, 4);
    run("UPDATE " + table + " SET " + column + " = " + value + " WHERE trade_id = 's-2'");
    assertThat(findings())
        .singleElement()
        .asString()
        .contains("session s: one of the first 4 closed trades is not as it was written");
  }

  @Test
  void seesARowThatIsGoneFromBothTables() throws SQLException {
    trade("s", 1, 4);
    run("DELETE FROM trades WHERE trade_id = 's-4'");
    run("DELETE FROM positions WHERE trade_id = 's-4'");
    assertThat(findings())
        .singleElement()
        .asString()
        .contains("counts 4 closed trades, 3 are stored: 1 are lost");
  }

  /** As SQLite sees it, such a database is sound: it is only older. */
  @Test
  void seesThatTheWriteAheadLogIsGone() throws Exception {
    Storage storage = Storage.open(folder, Records.session("s"));
    storage.flush();
    try (Sqlite trades = Sqlite.trades(folder)) {
      trades.rows("PRAGMA wal_checkpoint(TRUNCATE)");
      storage.closed(Records.trade("t-1"));
      storage.flush();
      Path copy = Files.createDirectory(folder.resolve("copy"));
      for (String name : new String[] {"trades.db", "trades.db.anchor", "mycelial_patterns.db"}) {
        Files.copy(folder.resolve(name), copy.resolve(name));
      }
      try (Sqlite cut = Sqlite.trades(copy)) {
        assertThat(cut.one("PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(cut.one("SELECT COUNT(*) FROM trades")).isEqualTo("0");
      }
      assertThat(DatabaseCheck.check(copy).findings())
          .extracting(Finding::text)
          .containsExactly(
              "trades.db, session s: the anchor beside the database counts 1 closed trades, 0 are"
                  + " stored: 1 are lost.");
      Storage next = Storage.open(copy, Records.session("next"));
      assertThat(next.killed())
          .containsExactly(
              "session s was killed; of it 0 closed trades and 0 open positions are kept, but 1"
                  + " closed trades that had been written are LOST");
      next.close();
      try (Sqlite cut = Sqlite.trades(copy)) {
        assertThat(cut.one("SELECT state FROM sessions WHERE id = 's'"))
            .isEqualTo("KILLED (1 closed trades are lost)");
      }
    }
    storage.close();
  }

  /** What a power failure may do: the last commits are gone, together. */
  @Test
  void letsASessionGoOnOverAWriteAheadLogThatHasLostItsEnd() throws Exception {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (Storage storage = Storage.open(folder, Records.session("s"))) {
      for (int i = 1; i <= 20; i++) {
        storage.closed(
            Records.trade(
                Records.position("s-" + i, SignalSource.BASELINE, Records.NOON + 100 * i),
                "45.80"));
        storage.flush();
      }
      for (String name :
          new String[] {"trades.db", "trades.db-wal", "trades.db.anchor", "mycelial_patterns.db"}) {
        Files.copy(folder.resolve(name), copy.resolve(name));
      }
    }
    Path wal = copy.resolve("trades.db-wal");
    byte[] log = Files.readAllBytes(wal);
    Files.write(wal, Arrays.copyOf(log, log.length * 2 / 3));
    assertThat(DatabaseCheck.check(copy).findings())
        .singleElement()
        .extracting(Finding::text)
        .asString()
        .contains("counts 20 closed trades")
        .endsWith("are lost.");

    trade(copy, "s", 1, 20);
    assertThat(DatabaseCheck.check(copy).findings()).isEmpty();
    try (Sqlite trades = Sqlite.trades(copy)) {
      assertThat(trades.one("SELECT COUNT(*), COUNT(DISTINCT trade_id) FROM trades"))
          .isEqualTo("20|20");
    }
  }

  @Test
  void seesAFlippedBitThatSqliteDoesNotSee() throws Exception {
    trade("s", 1, 4);
    Path file = folder.resolve("trades.db");
    byte[] bytes = Files.readAllBytes(file);
    int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("idea-s-3");
    assertThat(place).isPositive();
    bytes[place] ^= 1;
    Files.write(file, bytes);
    try (Sqlite trades = Sqlite.trades(folder)) {
      assertThat(trades.one("PRAGMA integrity_check")).isEqualTo("ok");
    }
    assertThat(findings()).singleElement().asString().contains("is not as it was written");
  }

  @Test
  void mayLagOneCommitBehindTheDatabase() throws Exception {
    trade("s", 1, 2);
    byte[] behind = Files.readAllBytes(folder.resolve("trades.db.anchor"));
    trade("s", 1, 3);
    Files.write(folder.resolve("trades.db.anchor"), behind);
    assertThat(findings()).isEmpty();
  }

  @Test
  void saysThatItsFileIsNone() throws Exception {
    trade("s", 1, 2);
    Files.writeString(folder.resolve("trades.db.anchor"), "what is this");
    assertThat(findings())
        .singleElement()
        .asString()
        .contains("trades.db.anchor: it holds no anchor");
    assertThatThrownBy(() -> Anchor.noted(folder.resolve("trades.db")))
        .isInstanceOf(StorageException.class);
  }
}
