package mycelial.storage;

import java.time.Duration;
import java.util.List;

/**
 * How the writer works.
 *
 * @param queue records that may wait; when as many do, callers wait too
 * @param batchRows most records of a transaction
 * @param batchTime how long a transaction may take in further records
 * @param busyTimeout how long SQLite waits for another process to release its lock
 * @param retries how often that wait is repeated
 * @param fileCheck how often the files are looked at: have they been deleted or replaced?
 * @param pragmas further settings of each connection, for example {@code max_page_count=100}
 */
record WriterSettings(
    int queue,
    int batchRows,
    Duration batchTime,
    Duration busyTimeout,
    int retries,
    Duration fileCheck,
    List<String> pragmas) {

  static final WriterSettings DEFAULT =
      new WriterSettings(
          10_000,
          500,
          Duration.ofMillis(50),
          Duration.ofSeconds(5),
          2,
          Duration.ofMinutes(1),
          List.of());

  WriterSettings {
    pragmas = List.copyOf(pragmas);
  }
}
