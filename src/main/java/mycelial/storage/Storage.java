package mycelial.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
  private final DatabaseWriter writer;

  private Storage(String session, DatabaseWriter writer) {
    this.session = session;
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
      for (DatabaseKind kind : DatabaseKind.values()) {
        databases.put(kind, OpenDatabase.open(folder, kind, settings));
      }
      OpenDatabase trades = databases.get(DatabaseKind.TRADES);
      if (trades != null) {
        start(trades, folder, session);
      }
    } catch (StorageException e) {
      databases.values().forEach(database -> database.discard(e));
      throw e;
    } catch (StoreException e) {
      databases.values().forEach(database -> database.discard(e));
      throw new StorageException(String.valueOf(e.getMessage()), e);
    }
    DatabaseWriter writer = new DatabaseWriter(databases, settings);
    writer.start();
    return new Storage(session.id(), writer);
  }

  private static void start(OpenDatabase trades, Path folder, SessionInfo session) {
    requireSame(trades, folder, session);
    trades.execute(
        Row.of(
            Sql.START_SESSION,
            session.id(),
            session.kind(),
            session.seed(),
            session.provenance(),
            session.configFingerprint(),
            session.inputs(),
            session.build(),
            Timestamps.now()));
    trades.commit();
  }

  /** A session can only be continued by one that would do the same. */
  private static void requireSame(OpenDatabase trades, Path folder, SessionInfo session) {
    String query =
        "SELECT kind, seed, provenance, config_fingerprint FROM sessions"
            + " WHERE id = ? AND (kind, seed, provenance, config_fingerprint) <> (?, ?, ?, ?)";
    try (PreparedStatement statement = trades.connection().prepareStatement(query)) {
      statement.setString(1, session.id());
      statement.setString(2, session.kind());
      statement.setLong(3, session.seed());
      statement.setString(4, session.provenance());
      statement.setString(5, session.configFingerprint());
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next()) {
          throw new StorageException(
              ("Cannot continue session %s in %s: it was a %s with seed %d, %s data and"
                      + " configuration %s; give it the same or use another session id.")
                  .formatted(
                      session.id(),
                      folder,
                      rows.getString(1),
                      rows.getLong(2),
                      rows.getString(3),
                      rows.getString(4)));
        }
      }
    } catch (SQLException e) {
      throw new StorageException(
          Reasons.sentence("Cannot read", DatabaseKind.TRADES.file(folder), e), e);
    }
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
