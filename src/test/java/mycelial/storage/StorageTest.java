package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import mycelial.ledger.TradeStore.StoreException;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StorageTest {
  @TempDir Path folder;

  private Storage open(String session) {
    return Storage.open(folder, Records.session(session));
  }

  @Test
  void makesTheTradesTableOfTheDesign() throws SQLException {
    open("s").close();
    try (Sqlite trades = Sqlite.trades(folder)) {
      assertThat(trades.rows("SELECT name, type, \"notnull\", pk FROM pragma_table_info('trades')"))
          .containsExactly(
              "id|INTEGER|0|1",
              "trade_id|TEXT|1|0",
              "pair|TEXT|1|0",
              "strategy_type|TEXT|1|0",
              "agent_id|TEXT|1|0",
              "pattern_id|TEXT|0|0",
              "entry_timestamp|TEXT|1|0",
              "exit_timestamp|TEXT|1|0",
              "hold_duration_seconds|INTEGER|1|0",
              "entry_price|REAL|1|0",
              "exit_price|REAL|1|0",
              "price_change_pct|REAL|1|0",
              "pnl_pct|REAL|1|0",
              "pnl_absolute|REAL|1|0",
              "trade_result|TEXT|1|0",
              "rsi_entry|REAL|0|0",
              "macd_entry|REAL|0|0",
              "bb_position_entry|REAL|0|0",
              "volume_entry|REAL|0|0",
              "atr_entry|REAL|0|0",
              "signal_source|TEXT|0|0",
              "prediction_score|REAL|0|0",
              "cross_moat_score|INTEGER|0|0",
              "collision_detected|BOOLEAN|0|0",
              "position_size|REAL|1|0",
              "fees_paid|REAL|1|0",
              "slippage_pct|REAL|1|0",
              "created_at|TEXT|1|0");
    }
  }

  @Test
  void makesThePatternsTableOfTheDesign() throws SQLException {
    open("s").close();
    try (Sqlite patterns = Sqlite.patterns(folder)) {
      assertThat(
              patterns.rows(
                  "SELECT name, type, \"notnull\", dflt_value, pk"
                      + " FROM pragma_table_info('patterns')"))
          .containsExactly(
              "id|INTEGER|0|null|1",
              "agent_id|INTEGER|1|null|0",
              "timestamp|REAL|1|null|0",
              "pattern_value|REAL|1|null|0",
              "raw_features|TEXT|1|null|0",
              "age_minutes|REAL|1|null|0",
              "decay_factor|REAL|1|null|0",
              "created_at|DATETIME|0|CURRENT_TIMESTAMP|0",
              "moat|TEXT|0|'Finance'|0",
              "product|TEXT|0|'Unknown'|0",
              "signal_type|TEXT|0|'market-data'|0");
    }
  }

  @Test
  void usesAWriteAheadLog() throws SQLException {
    open("s").close();
    try (Sqlite trades = Sqlite.trades(folder)) {
      assertThat(trades.one("PRAGMA journal_mode")).isEqualTo("wal");
    }
  }

  @Test
  void keepsAClosedTrade() throws SQLException {
    try (Storage storage = open("s")) {
      storage.opened(Records.position("t-1"));
      storage.closed(Records.trade("t-1"));
    }
    try (Sqlite trades = Sqlite.trades(folder)) {
      assertThat(
              trades.one(
                  "SELECT trade_id, pair, strategy_type, agent_id, pattern_id, entry_timestamp,"
                      + " exit_timestamp, hold_duration_seconds, entry_price, exit_price,"
                      + " price_change_pct, pnl_pct, pnl_absolute, trade_result, rsi_entry,"
                      + " macd_entry, bb_position_entry, volume_entry, atr_entry FROM trades"))
          .isEqualTo(
              "t-1|XXBTZUSD|DAY|analyst-7|rule-9|2023-11-14T22:13:20.000Z"
                  + "|2023-11-14T22:14:50.500Z|90|100.0|110.0|10.0|9.16|45.8|WIN|31.5|-2.25|0.125"
                  + "|12.5|null");
      assertThat(
              trades.one(
                  "SELECT signal_source, prediction_score, cross_moat_score, collision_detected,"
                      + " position_size, fees_paid, round(slippage_pct, 6) FROM trades"))
          .isEqualTo("baseline|77.5|2|1|5.0|4.2|" + 0.190927);
      assertThat(trades.one("SELECT closed, quantity, pnl, reason FROM positions"))
          .isEqualTo("1|5.0|45.80|TARGET");
    }
  }

  @Test
  void callsATradeWithoutProfitALoss() throws SQLException {
    try (Storage storage = open("s")) {
      storage.closed(Records.trade(Records.position("t-1"), "0.00"));
    }
    try (Sqlite trades = Sqlite.trades(folder)) {
      assertThat(trades.one("SELECT trade_result FROM trades")).isEqualTo("LOSS");
    }
  }

  @Test
  void readsPricesAndOutcomesAsTheyWere() {
    try (Storage storage = open("s")) {
      storage.outcome(Records.trade("t-1"));
      storage.prices(List.of(Records.BUCKET));
    }
    try (TradeQueries queries = TradeQueries.open(folder)) {
      assertThat(queries.prices("s")).containsExactly(Records.BUCKET);
      assertThat(queries.outcomes("other")).isEmpty();
      StoredOutcome outcome = queries.outcomes("s").getFirst();
      assertThat(outcome.ideaId()).isEqualTo("idea-t-1");
      assertThat(outcome.pnl()).isEqualByComparingTo("45.80");
      assertThat(outcome.fees()).isEqualByComparingTo("4.20");
      assertThat(outcome.returnPercent()).isEqualTo(9.16);
    }
  }

  @Test
  void keepsARecordOnceHoweverOftenASessionRepeatsIt() throws SQLException {
    for (int run = 0; run < 2; run++) {
      try (Storage storage = open("s")) {
        for (int repetition = 0; repetition < 2; repetition++) {
          storage.opened(Records.position("t-1"));
          storage.closed(Records.trade("t-1"));
          storage.idea(Records.idea("i-1"));
          storage.collision(Records.collision(2));
          storage.equity(Records.equity(Records.NOON, "10000"));
          storage.message(Records.message(1));
          storage.outcome(Records.trade("t-1"));
          storage.prices(List.of(Records.BUCKET));
          storage.archive(Records.pattern("p-1", 3));
        }
      }
    }
    assertThat(DatabaseCheck.check(folder).counts().values()).containsOnly(1L);
  }

  @Test
  void keepsAPatternOnceForEachSession() throws SQLException {
    for (String session : new String[] {"a", "b"}) {
      try (Storage storage = open(session)) {
        storage.archive(Records.pattern("p-1", 3));
        storage.archive(Records.pattern("p-2", 3));
        storage.archive(Records.pattern("p-1", 3));
      }
    }
    try (Sqlite patterns = Sqlite.patterns(folder)) {
      assertThat(
              patterns.rows(
                  "SELECT session, pattern_id, json_extract(raw_features, '$.patternId'), moat,"
                      + " product FROM patterns p JOIN pattern_sources s ON s.pattern_row = p.id"
                      + " ORDER BY p.id"))
          .containsExactly(
              "a|p-1|p-1|Code|XXBTZUSD",
              "a|p-2|p-2|Code|XXBTZUSD",
              "b|p-1|p-1|Code|XXBTZUSD",
              "b|p-2|p-2|Code|XXBTZUSD");
      assertThat(patterns.one("SELECT raw_features FROM patterns"))
          .isEqualTo(
              "{\"patternId\":\"p-1\",\"pair\":\"XXBTZUSD\",\"side\":\"BUY\",\"horizonMinutes\":45,"
                  + "\"conditions\":[{\"source\":\"XXBTZUSD|rsi\","
                  + "\"comparison\":\"BELOW\",\"quantile\":0.2}],\"outcomes\":30,"
                  + "\"meanReturn\":0.004,\"tStatistic\":3.0,\"grade\":\"PROVEN\","
                  + "\"generation\":4}");
    }
  }

  @Test
  void refusesATradeIdOfAnotherSession() {
    try (Storage storage = open("a")) {
      storage.opened(Records.position("t-1"));
    }
    Storage second = open("b");
    second.opened(Records.position("t-1"));
    assertThatThrownBy(second::flush)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the trade id is already in use by another session");
    assertThatThrownBy(second::close).isInstanceOf(StoreException.class);
  }

  @Test
  void refusesANumberThatIsNone() {
    try (Storage storage = open("s")) {
      assertThatThrownBy(() -> storage.archive(Records.pattern("p", Double.NaN)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("t statistic of the pattern is NaN, not a number to store");
      assertThatThrownBy(() -> Row.of(Sql.EQUITY, "s", Double.POSITIVE_INFINITY))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("value 2 of EQUITY is Infinity, not a number to store");
    }
  }

  @Test
  void refusesToContinueASessionWithAnotherSeed() {
    open("s").close();
    SessionInfo other =
        new SessionInfo("s", "replay", 43, "synthetic", "c0ffee", "{\"files\":[]}", "test");
    assertThatThrownBy(() -> Storage.open(folder, other))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("it was a replay with seed 42");
  }

  @Test
  void commitsWhatIsQueuedWhenItCloses() throws SQLException {
    Storage storage = open("s");
    for (int i = 0; i < 3000; i++) {
      storage.equity(Records.equity(Records.NOON + i, "10000"));
    }
    storage.close();
    assertThat(storage.written()).isEqualTo(3000);
    assertThat(folder.resolve("trades.db-wal")).doesNotExist();
    try (Sqlite trades = Sqlite.trades(folder)) {
      assertThat(trades.one("SELECT COUNT(*) FROM equity")).isEqualTo("3000");
    }
  }

  @Test
  void countsItsTransactionsAndHowLongTheyTook() {
    try (Storage storage = open("s")) {
      storage.idea(Records.idea("i-1"));
      storage.flush();
      storage.closed(Records.trade("t-1"));
      storage.flush();
      WriterStatistics statistics = storage.statistics();
      assertThat(statistics.rows()).isEqualTo(2);
      assertThat(statistics.batches()).isEqualTo(2);
      assertThat(statistics.p50()).isPositive().isLessThanOrEqualTo(statistics.p99());
    }
  }

  @Test
  void closesASessionThatWasKilledAndSaysWhatIsKeptOfIt() throws SQLException {
    try (Storage storage = open("a")) {
      storage.closed(Records.trade("t-1"));
      storage.opened(Records.position("t-2"));
    }
    open("b").close();
    try (Storage third = open("c")) {
      assertThat(third.killed())
          .containsExactly(
              "session b was killed; of it 0 closed trades and 0 open positions are kept");
      third.endSession("digest", "COMPLETED", "{}");
    }
    try (Storage fourth = open("d")) {
      assertThat(fourth.killed()).isEmpty();
    }
    try (Sqlite trades = Sqlite.trades(folder)) {
      assertThat(trades.rows("SELECT id, state, ended_at FROM sessions ORDER BY id"))
          .satisfiesExactly(
              a -> assertThat(a).isEqualTo("a|KILLED|null"),
              b -> assertThat(b).isEqualTo("b|KILLED|null"),
              c -> assertThat(c).startsWith("c|COMPLETED|2"),
              d -> assertThat(d).isEqualTo("d|RUNNING|null"));
    }
  }

  @Test
  void aKilledSessionThatIsContinuedRunsAgain() throws SQLException {
    open("a").close();
    open("b").close();
    open("a").close();
    try (Sqlite trades = Sqlite.trades(folder)) {
      assertThat(trades.rows("SELECT id, state FROM sessions ORDER BY id"))
          .containsExactly("a|RUNNING", "b|KILLED");
    }
  }

  @Test
  void closesTwiceWithoutComplaint() {
    Storage storage = open("s");
    storage.close();
    storage.close();
    assertThatThrownBy(() -> storage.idea(Records.idea("i")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void losesNoRecordOfAnInterruptedCaller() {
    try (Storage storage = open("s")) {
      Thread.currentThread().interrupt();
      storage.idea(Records.idea("i-1"));
      storage.flush();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(storage.written()).isEqualTo(1);
    }
  }

  @Test
  void canBeReadWhileItWrites() {
    try (Storage storage = open("s");
        TradeQueries queries = TradeQueries.open(folder)) {
      assertThat(queries.trades("s")).isEmpty();
      storage.closed(Records.trade("t-1"));
      storage.flush();
      assertThat(queries.trades("s")).extracting(StoredTrade::tradeId).containsExactly("t-1");
      storage.opened(Records.position("t-2", SignalSource.ACCOUNT, Records.NOON));
      storage.flush();
      assertThat(queries.summary("s").streams().get(SignalSource.ACCOUNT))
          .extracting(figures -> figures == null ? -1 : figures.openPositions())
          .isEqualTo(1);
    }
  }

  @Test
  void recordsTheEndOfTheSession() {
    try (Storage storage = open("s")) {
      storage.endSession("abc", "COMPLETED", "{}");
    }
    try (TradeQueries queries = TradeQueries.open(folder)) {
      StoredSession session = queries.sessions().getFirst();
      assertThat(session.info()).isEqualTo(Records.session("s"));
      assertThat(session.digest()).isEqualTo("abc");
      assertThat(session.state()).isEqualTo("COMPLETED");
      assertThat(session.endedAt()).isNotNull();
    }
  }

  @Test
  void leavesNoDraftBehind() throws Exception {
    open("s").close();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("trades.db", "mycelial_patterns.db");
    }
  }
}
