package mycelial.storage;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import mycelial.ledger.TradeStore.StoreException;
import mycelial.metrics.DurationCounter;
import org.jspecify.annotations.Nullable;

/**
 * The thread that alone writes to the databases. Callers put records into a bounded queue and wait
 * when it is full; the thread commits them in batches. Its first failure ends it: every later call
 * throws. An interrupt of a caller is kept for the caller and loses no record.
 */
final class DatabaseWriter {
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration FAILURE_CHECK = Duration.ofMillis(100);

  /**
   * How long records gather before a transaction begins: a commit costs as much as twenty rows, and
   * who puts a record need not wake anybody meanwhile. Well below the 10 ms that a write may take.
   */
  private static final Duration GATHER = Duration.ofMillis(4);

  /** The last entry of the queue. */
  private static final Entry END = new Entry(List.of());

  /** Rows that belong together; none in the last entry. */
  private record Entry(List<Row> rows) {
    boolean isLast() {
      return rows.isEmpty();
    }
  }

  private final Map<DatabaseKind, OpenDatabase> databases;
  private final Anchor anchor;
  private final WriterSettings settings;
  private final BlockingQueue<Entry> queue;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition progress = lock.newCondition();
  // Guarded by lock.
  private final LatencyHistogram latencies = new LatencyHistogram();
  private final DurationCounter durations = new DurationCounter();
  private long accepted;
  private long committed;
  private long batches;
  private boolean closed;

  private volatile @Nullable StoreException failure;

  // Used by the writer thread alone.
  private long lastFileCheck = System.nanoTime();
  private boolean ended;
  private boolean idle = true;

  /** Takes the databases over and starts the thread. */
  DatabaseWriter(
      Map<DatabaseKind, OpenDatabase> databases, Anchor anchor, WriterSettings settings) {
    this.databases = new EnumMap<>(databases);
    this.anchor = anchor;
    this.settings = settings;
    this.queue = new ArrayBlockingQueue<>(settings.queue());
    this.thread =
        Thread.ofPlatform()
            .name("storage-writer")
            .daemon()
            .uncaughtExceptionHandler((t, e) -> fail(bug(e)))
            .unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /**
   * Queues rows that are to be committed together; waits while the queue is full.
   *
   * @throws StoreException when something could not be written, now or before
   */
  void put(List<Row> rows) {
    lock.lock();
    try {
      requireWorking();
      if (closed) {
        throw new IllegalStateException("the storage has been closed");
      }
      accepted++;
    } finally {
      lock.unlock();
    }
    enqueue(new Entry(rows));
  }

  /**
   * Waits until everything queued so far is committed.
   *
   * @throws StoreException when something could not be written
   */
  void flush() {
    lock.lock();
    try {
      long target = accepted;
      while (committed < target && failure == null) {
        progress.awaitUninterruptibly();
      }
      requireWorking();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Commits what is queued and closes the databases, after the last call of any other method; a
   * second call does nothing.
   *
   * @throws StoreException when something could not be written
   */
  void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
    } finally {
      lock.unlock();
    }
    try {
      enqueue(END);
    } finally {
      joinThread();
    }
    requireWorking();
  }

  WriterStatistics statistics() {
    lock.lock();
    try {
      return new WriterStatistics(
          committed,
          batches,
          latencies.quantile(0.5),
          latencies.quantile(0.99),
          queue.size(),
          durations.counts());
    } finally {
      lock.unlock();
    }
  }

  private void requireWorking() {
    StoreException cause = failure;
    if (cause != null) {
      throw new StoreException(String.valueOf(cause.getMessage()), cause);
    }
  }

  private void enqueue(Entry entry) {
    boolean interrupted = false;
    try {
      while (true) {
        requireWorking();
        try {
          if (queue.offer(entry, FAILURE_CHECK.toNanos(), TimeUnit.NANOSECONDS)) {
            return;
          }
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void joinThread() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!ended) {
        step();
      }
      databases.values().forEach(OpenDatabase::verifyFile);
      databases.values().forEach(database -> database.checkpoint("TRUNCATE"));
      databases.values().forEach(OpenDatabase::close);
    } catch (StoreException e) {
      fail(e);
    }
  }

  private void step() {
    Entry first = next(IDLE);
    if (System.nanoTime() - lastFileCheck >= settings.fileCheck().toNanos()) {
      databases.values().forEach(OpenDatabase::verifyFile);
      lastFileCheck = System.nanoTime();
    }
    if (first != null) {
      idle = false;
      batch(first);
    } else if (!idle) {
      idle = true;
      databases.values().forEach(database -> database.checkpoint("PASSIVE"));
    }
  }

  private @Nullable Entry next(Duration patience) {
    try {
      return queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new StoreException("The thread that writes to the databases was interrupted.", e);
    }
  }

  /** Writes until the queue is empty or the batch is large or old enough; then commits. */
  private void batch(Entry first) {
    long start = System.nanoTime();
    if (!first.isLast()) {
      LockSupport.parkNanos(this, GATHER.toNanos());
    }
    int records = 0;
    for (Entry entry = first; entry != null; entry = isFull(records, start) ? null : queue.poll()) {
      if (entry.isLast()) {
        ended = true;
        break;
      }
      write(entry.rows());
      records++;
    }
    if (records > 0) {
      anchor.row().ifPresent(this::write);
      databases.values().forEach(OpenDatabase::commit);
      anchor.committed();
      count(records, System.nanoTime() - start);
    }
  }

  private void write(List<Row> rows) {
    for (Row row : rows) {
      if (write(row) > 0 && row.sql() == Sql.TRADE) {
        anchor.add(rows);
      }
    }
  }

  private int write(Row row) {
    return database(row.sql().database()).execute(row);
  }

  private boolean isFull(int records, long start) {
    return records >= settings.batchRows()
        || System.nanoTime() - start >= settings.batchTime().toNanos();
  }

  private OpenDatabase database(DatabaseKind kind) {
    OpenDatabase database = databases.get(kind);
    if (database == null) {
      throw new IllegalStateException("the writer was not given " + kind);
    }
    return database;
  }

  private void count(int records, long nanos) {
    lock.lock();
    try {
      committed += records;
      batches++;
      latencies.add(nanos);
      durations.add(nanos);
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static StoreException bug(Throwable e) {
    return new StoreException(
        "The thread that writes to the databases ended unexpectedly (" + e + ").", e);
  }

  private void fail(StoreException e) {
    lock.lock();
    try {
      failure = e;
      progress.signalAll();
    } finally {
      lock.unlock();
    }
    databases.values().forEach(database -> database.discard(e));
  }
}
