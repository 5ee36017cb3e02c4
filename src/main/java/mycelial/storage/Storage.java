package mycelial.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mycelial.learning.ArchivedPattern;
import mycelial.learning.PatternArchive;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Position;
import mycelial.ledger.PriceBucket;
import mycelial.ledger.TradeStore;

/**
 * Keeps what one session does in {@code trades.db} and {@code mycelial_patterns.db} of a folder.
 * Records are queued and written by a thread of its own; a record that is there already stays as it
 * is, so a resumed session may repeat what it did. Safe for use by several threads. When something
 * could not be written, every later call throws {@link TradeStore.StoreException}; what has been
 * committed stays.
 */
public final class Storage implements AutoCloseable, TradeStore, PatternArchive {
  private final String session;
  private final List<String> killed;
  private final DatabaseWriter writer;

  private Storage(String session, List<String> killed, DatabaseWriter writer) {
    this.session = session;
    this.killed = killed;
    this.writer = writer;
  }

  /**
   * Opens the databases of a folder, creating what does not exist, and records the session. A
   * session that is there already is continued.
   *
   * @throws StorageException when a database cannot be used or belongs to something else
   */
  public static Storage open(Path folder, SessionInfo session) {
    return open(folder, session, WriterSettings.DEFAULT);
  }

  static Storage open(Path folder, SessionInfo session, WriterSettings settings) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StorageException(
          "Cannot create the data folder " + folder + " (" + e + "); choose another folder.", e);
    }
    Map<DatabaseKind, OpenDatabase> databases = new EnumMap<>(DatabaseKind.class);
    try {
      OpenDatabase trades = OpenDatabase.open(folder, DatabaseKind.TRADES, settings);
      databases.put(DatabaseKind.TRADES, trades);
      databases.put(
          DatabaseKind.PATTERNS, OpenDatabase.open(folder, DatabaseKind.PATTERNS, settings));
      SessionStart start = new SessionStart(trades, session);
      List<String> killed = start.begin(folder);
      DatabaseWriter writer = new DatabaseWriter(databases, start.anchor(), settings);
      writer.start();
      return new Storage(session.id(), killed, writer);
    } catch (StorageException e) {
      databases.values().forEach(database -> database.discard(e));
      throw e;
    } catch (StoreException e) {
      databases.values().forEach(database -> database.discard(e));
      throw new StorageException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Sessions of this database that were killed and are now said to be: one sentence each, with what
   * is kept of them. To be relied upon only by who holds the folder's {@link SessionLock}.
   */
  public List<String> killed() {
    return killed;
  }

  @Override
  public void opened(Position position) {
    writer.put(List.of(TradeRows.opened(session, position)));
  }

  @Override
  public void closed(ClosedTrade trade) {
    writer.put(TradeRows.closed(session, trade));
  }

  @Override
  public void idea(IdeaRecord idea) {
    writer.put(List.of(TradeRows.idea(session, idea)));
  }

  @Override
  public void collision(CollisionRecord collision) {
    writer.put(List.of(TradeRows.collision(session, collision)));
  }

  @Override
  public void equity(EquityPoint point) {
    writer.put(List.of(TradeRows.equity(session, point)));
  }

  @Override
  public void outcome(ClosedTrade alone) {
    writer.put(List.of(ReportRows.outcome(session, alone)));
  }

  @Override
  public void prices(List<PriceBucket> buckets) {
    writer.put(buckets.stream().map(bucket -> ReportRows.price(session, bucket)).toList());
  }

  /** Keeps a message between agents. */
  public void message(StoredMessage message) {
    writer.put(
        List.of(
            Row.of(
                Sql.MESSAGE,
                session,
                message.time(),
                message.source(),
                message.agent(),
                message.seq(),
                message.channel(),
                message.body())));
  }

  /** Keeps how the session stands in the place of what was kept before. */
  public void status(SessionStatus status) {
    writer.put(
        List.of(Row.of(Sql.STATUS, session, Timestamps.seconds(), StatusJson.write(status))));
  }

  @Override
  public void archive(ArchivedPattern pattern) {
    writer.put(PatternRows.archived(session, pattern));
  }

  /**
   * Records how the session ended and waits until that is committed.
   *
   * @param digest over its trades, patterns and ledgers
   * @param state how it ended
   * @param resultJson the result object
   */
  public void endSession(String digest, String state, String resultJson) {
    writer.put(
        List.of(Row.of(Sql.END_SESSION, Timestamps.now(), digest, state, resultJson, session)));
    writer.flush();
  }

  /**
   * Records that the session could not be played to its end and waits until that is committed.
   *
   * @param reason one sentence
   */
  public void failSession(String reason) {
    String state = "FAILED (" + reason + ")";
    writer.put(List.of(Row.of(Sql.END_SESSION, Timestamps.now(), null, state, null, session)));
    writer.flush();
  }

  /** Waits until everything handed over so far is committed. */
  public void flush() {
    writer.flush();
  }

  /** Records committed since the storage was opened. */
  public long written() {
    return statistics().rows();
  }

  /** What the writer has done since the storage was opened. */
  public WriterStatistics statistics() {
    return writer.statistics();
  }

  /** Commits what is queued and closes the databases; a second call does nothing. */
  @Override
  public void close() {
    writer.close();
  }
}
