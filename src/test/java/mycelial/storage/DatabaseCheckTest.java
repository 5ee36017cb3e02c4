package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseCheckTest {
  @TempDir Path folder;

  /** Every stream makes the same trade and ends with 10,000 + 45.80. */
  @BeforeEach
  void store() {
    try (Storage storage = Storage.open(folder, Records.session("s"))) {
      storage.equity(Records.equity(Records.NOON - 60, "10000"));
      for (SignalSource stream : SignalSource.values()) {
        storage.closed(
            Records.trade(Records.position("t-" + stream.label(), stream, Records.NOON), "45.80"));
      }
      storage.equity(Records.equity(Records.NOON + 60, "10020"));
      storage.equity(Records.equity(Records.NOON + 120, "10045.80"));
      storage.collision(Records.collision(5));
      storage.idea(Records.idea("i-1"));
      storage.message(Records.message(1));
      storage.archive(Records.pattern("p-1", 2));
    }
  }

  private CheckReport afterwards(String sql) throws SQLException {
    try (Sqlite trades = Sqlite.trades(folder)) {
      trades.run(sql);
    }
    return DatabaseCheck.check(folder);
  }

  private void assertFound(String sql, String text) throws SQLException {
    CheckReport report = afterwards(sql);
    assertThat(report.isSound()).isFalse();
    assertThat(report.findings()).extracting(Finding::text).anyMatch(t -> t.contains(text));
  }

  @Test
  void findsNothingWrongWithASoundSession() {
    CheckReport report = DatabaseCheck.check(folder);
    assertThat(report.findings()).isEmpty();
    assertThat(report.isSound()).isTrue();
    assertThat(report.counts())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("trades.db.sessions", 1L),
                Map.entry("trades.db.positions", 4L),
                Map.entry("trades.db.trades", 4L),
                Map.entry("trades.db.ideas", 1L),
                Map.entry("trades.db.collisions", 1L),
                Map.entry("trades.db.equity", 3L),
                Map.entry("trades.db.messages", 1L),
                Map.entry("mycelial_patterns.db.patterns", 1L),
                Map.entry("mycelial_patterns.db.pattern_sources", 1L),
                Map.entry("trades.db.prices", 0L),
                Map.entry("trades.db.outcomes", 0L)));
  }

  @Test
  void findsAnAlteredProfit() throws SQLException {
    assertFound(
        "UPDATE positions SET pnl = '46.80' WHERE stream = 'account'",
        "says a profit of 46.80, its fills give 45.80");
  }

  @Test
  void findsSumsThatDiffer() throws SQLException {
    assertFound(
        "UPDATE trades SET pnl_absolute = 45.81 WHERE signal_source = 'mycelial'",
        "session s, mycelial: positions sum up to 45.80, trades to 45.81");
  }

  @Test
  void findsEquityThatDoesNotFollowFromTheTrades() throws SQLException {
    assertFound(
        "UPDATE equity SET synthesized = '10045.79' WHERE synthesized = '10045.80'",
        "should be one capital, but is {9999.99=synthesized at");
  }

  @Test
  void findsAMissingTrade() throws SQLException {
    assertFound(
        "DELETE FROM trades WHERE signal_source = 'baseline'",
        "closed position t-baseline has no row in trades");
  }

  @Test
  void findsATradeWithoutPosition() throws SQLException {
    assertFound(
        "DELETE FROM positions WHERE stream = 'baseline'",
        "trade t-baseline has no closed position");
  }

  @Test
  void findsACollisionOutsideTheWindow() throws SQLException {
    assertFound("UPDATE collisions SET gap_ms = 5001", "collided over 5001 ms");
  }

  @Test
  void findsRowsOfASessionThatDoesNotExist() throws SQLException {
    assertFound(
        "PRAGMA foreign_keys = OFF; UPDATE ideas SET session = 'x'",
        "of ideas refers to a row of sessions that does not exist");
  }

  @Test
  void warnsOfPatternsWithoutSource() throws SQLException {
    try (Sqlite patterns = Sqlite.patterns(folder)) {
      patterns.run("DELETE FROM pattern_sources");
    }
    CheckReport report = DatabaseCheck.check(folder);
    assertThat(report.isSound()).isTrue();
    assertThat(report.findings()).extracting(Finding::level).containsExactly(Finding.Level.WARNING);
  }

  @Test
  void findsAnAmountThatIsNoNumber() throws SQLException {
    assertFound(
        "UPDATE positions SET pnl = 'much'", "column pnl holds 'much', expected a decimal number");
  }

  @Test
  void readsNoTradeWithAReasonThatNobodyKnows() throws SQLException {
    assertThat(afterwards("UPDATE positions SET reason = 'BOREDOM'").findings())
        .extracting(Finding::text)
        .singleElement()
        .asString()
        .contains("is not as it was written");
    try (TradeQueries queries = TradeQueries.open(folder)) {
      assertThatThrownBy(() -> queries.trades("s"))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("a value that this program does not know")
          .hasMessageContaining("BOREDOM");
    }
  }

  @Test
  void findsADamagedFile() throws IOException, SQLException {
    long page;
    try (Sqlite trades = Sqlite.trades(folder)) {
      page = Long.parseLong(trades.one("SELECT rootpage FROM sqlite_schema WHERE name = 'equity'"));
    }
    Path file = folder.resolve("trades.db");
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek((page - 1) * 4096);
      bytes.write(new byte[64]);
    }
    CheckReport report = DatabaseCheck.check(folder);
    assertThat(report.isSound()).isFalse();
    assertThat(report.findings().getFirst().text()).contains("trades.db").contains("is damaged");
  }
}
