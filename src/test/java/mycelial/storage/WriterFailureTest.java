package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mycelial.ledger.TradeStore.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WriterFailureTest {
  @TempDir Path folder;

  private Storage open(int queue, Duration busyTimeout, Duration fileCheck, String... pragmas) {
    WriterSettings settings =
        new WriterSettings(
            queue, 50, Duration.ofMillis(50), busyTimeout, 1, fileCheck, List.of(pragmas));
    return Storage.open(folder, Records.session("s"), settings);
  }

  @Test
  void callersWaitWhileTheQueueIsFull() throws SQLException {
    Storage storage = open(5, Duration.ofSeconds(30), Duration.ofMinutes(1));
    AtomicInteger accepted = new AtomicInteger();
    Thread caller =
        Thread.ofPlatform()
            .unstarted(() -> {
              for (int i = 0; i < 40; i++) {
                storage.equity(Records.equity(Records.NOON + i, "10000"));
                accepted.incrementAndGet();
              }
            });
    try (Sqlite other = Sqlite.trades(folder)) {
      other.run("BEGIN IMMEDIATE");
      caller.start();
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(caller.getState()).isEqualTo(Thread.State.TIMED_WAITING));
      assertThat(accepted.get()).isLessThan(40);
      other.run("COMMIT");
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> !caller.isAlive());
    storage.close();
    assertThat(storage.written()).isEqualTo(40);
  }

  @Test
  void saysThatTheDatabaseIsLockedAndKeepsWhatWasCommitted() throws SQLException {
    Storage storage = open(100, Duration.ofMillis(20), Duration.ofMinutes(1));
    storage.idea(Records.idea("i-1"));
    storage.flush();
    try (Sqlite other = Sqlite.trades(folder)) {
      other.run("BEGIN IMMEDIATE");
      storage.idea(Records.idea("i-2"));
      assertThatThrownBy(storage::flush)
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "Cannot write to "
                  + folder.resolve("trades.db")
                  + ": the database is locked by another process; stop the process that uses it and"
                  + " try again.");
      other.run("COMMIT");
    }
    assertThatThrownBy(() -> storage.opened(Records.position("t")))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> storage.archive(Records.pattern("p", 1)))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> storage.endSession("d", "s", "{}")).isInstanceOf(StoreException.class);
    assertThatThrownBy(storage::close).isInstanceOf(StoreException.class);
    assertThat(ideas()).containsExactly("i-1");
  }

  @Test
  void saysThatTheDiskIsFullAndKeepsWhatWasCommitted() throws SQLException {
    Storage storage = open(100, Duration.ofSeconds(1), Duration.ofMinutes(1), "max_page_count=60");
    AtomicInteger acknowledged = new AtomicInteger();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                storage.equity(Records.equity(Records.NOON + i, "10000"));
                storage.flush();
                acknowledged.incrementAndGet();
              }
            })
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("trades.db: the disk is full; free some space");
    assertThatThrownBy(storage::close).isInstanceOf(StoreException.class);
    try (Sqlite trades = Sqlite.trades(folder)) {
      assertThat(acknowledged.get()).isPositive();
      assertThat(trades.one("SELECT COUNT(*) FROM equity"))
          .isEqualTo(String.valueOf(acknowledged.get()));
    }
  }

  @Test
  void noticesThatTheFileHasBeenDeleted() throws Exception {
    Storage storage = open(100, Duration.ofSeconds(1), Duration.ZERO);
    storage.idea(Records.idea("i-1"));
    storage.flush();
    Files.delete(folder.resolve("trades.db"));
    storage.idea(Records.idea("i-2"));
    assertThatThrownBy(storage::flush)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("trades.db: the file has been deleted or replaced");
  }

  @Test
  void noticesADeletedFileAtTheLatestWhenItCloses() throws Exception {
    Storage storage = open(100, Duration.ofSeconds(1), Duration.ofMinutes(10));
    storage.idea(Records.idea("i-1"));
    Files.delete(folder.resolve("trades.db"));
    assertThatThrownBy(storage::close)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("has been deleted or replaced");
  }

  @Test
  void waitsForAnotherProcessThatHoldsTheLockAndGoesOn() throws Exception {
    Storage storage = open(100, Duration.ofSeconds(30), Duration.ofMinutes(1));
    Path held = folder.resolve("held");
    Process holder =
        ChildProcess.start(
            folder.resolve("output"),
            ChildHolder.class,
            folder.resolve("trades.db").toString(),
            held.toString());
    await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(held));
    storage.idea(Records.idea("i-1"));
    assertThat(ideas()).isEmpty();
    holder.getOutputStream().close();
    storage.flush();
    assertThat(holder.waitFor()).isZero();
    storage.close();
    assertThat(ideas()).containsExactly("i-1");
  }

  /** A transaction that began by reading would fail at once, however long it may wait. */
  @Test
  void writesThoughAnotherConnectionWritesInBetween() throws SQLException {
    try (Storage storage = open(100, Duration.ofSeconds(30), Duration.ofMinutes(1));
        Sqlite other = Sqlite.trades(folder);
        Sqlite upgrading = Sqlite.trades(folder)) {
      for (int i = 0; i < 20; i++) {
        upgrading.run("BEGIN");
        upgrading.rows("SELECT * FROM ideas");
        other.run("UPDATE sessions SET build = 'build " + i + "'");
        assertThatThrownBy(() -> upgrading.run("UPDATE sessions SET build = 'mine'"))
            .hasMessageContaining("SQLITE_BUSY_SNAPSHOT");
        upgrading.run("ROLLBACK");
        storage.idea(Records.idea("i-" + i));
        storage.flush();
      }
      assertThat(ideas()).hasSize(20);
    }
  }

  @Test
  void reusesTheWriteAheadLogAfterALongReader() throws Exception {
    try (Storage storage = open(100, Duration.ofSeconds(30), Duration.ofMinutes(1));
        Sqlite reader = Sqlite.trades(folder)) {
      reader.run("BEGIN");
      reader.rows("SELECT * FROM ideas");
      int[] written = {0};
      write(storage, written);
      long first = walBytes();
      write(storage, written);
      assertThat(walBytes()).as("a reader holds the log").isGreaterThan(first);
      reader.run("COMMIT");
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(1500)) // the writer looks after a second without work
          .until(() -> {
            long before = walBytes();
            write(storage, written);
            return walBytes() == before;
          });
    }
    assertThat(folder.resolve("trades.db-wal")).doesNotExist();
  }

  private static void write(Storage storage, int[] written) {
    for (int i = 0; i < 200; i++) {
      storage.equity(Records.equity(Records.NOON + written[0]++, "10000"));
    }
    storage.flush();
  }

  private long walBytes() throws IOException {
    return Files.size(folder.resolve("trades.db-wal"));
  }

  @Test
  void aThreadThatDiesIsAFailureForEveryCallerAndNoneWaitsForEver() {
    OpenDatabase trades = OpenDatabase.open(folder, DatabaseKind.TRADES, WriterSettings.DEFAULT);
    Anchor anchor = new Anchor("s", folder.resolve("trades.db"), TradeChain.EMPTY);
    DatabaseWriter writer =
        new DatabaseWriter(Map.of(DatabaseKind.TRADES, trades), anchor, WriterSettings.DEFAULT);
    writer.start();
    writer.put(List.of(Row.of(Sql.PATTERN)));
    assertThatThrownBy(writer::flush)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("ended unexpectedly")
        .hasMessageContaining("the writer was not given PATTERNS");
    assertThatThrownBy(() -> writer.put(List.of(Row.of(Sql.IDEA))))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(writer::close).isInstanceOf(StoreException.class);
  }

  private List<String> ideas() throws SQLException {
    try (Sqlite trades = Sqlite.trades(folder)) {
      return trades.rows("SELECT idea_id FROM ideas");
    }
  }
}
