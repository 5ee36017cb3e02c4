package mycelial.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.ledger.TradeStore.StoreException;

/**
 * The journal of one session, {@code journal.db} in its folder: what it started from and everything
 * that came from outside, committed before an agent sees it. Lines are chained, so that a line that
 * was altered, lost or moved is found. Used by one thread.
 */
public final class Journal implements AutoCloseable {
  private static final HexFormat HEX = HexFormat.of();

  private final Path file;
  private final Connection connection;
  private final PreparedStatement insert;
  private long seq;
  private String link;

  private Journal(Path file, Connection connection, long seq, String link) throws SQLException {
    this.file = file;
    this.connection = connection;
    this.insert =
        connection.prepareStatement(
            "INSERT INTO entries(seq, tick, kind, body, link) VALUES (?, ?, ?, ?, ?)");
    this.seq = seq;
    this.link = link;
  }

  /** Whether a session's folder holds a journal. */
  public static boolean exists(Path folder) {
    return Files.exists(DatabaseKind.JOURNAL.file(folder));
  }

  /**
   * Begins a session's journal with what it starts from.
   *
   * @throws StorageException when the folder has one already, or it cannot be written
   */
  public static Journal create(Path folder, Map<String, String> facts) {
    Path file = DatabaseKind.JOURNAL.file(folder);
    if (Files.exists(file)) {
      throw new StorageException("Cannot begin " + file + ": the session has a journal already.");
    }
    Connection connection = Database.open(folder, DatabaseKind.JOURNAL, WriterSettings.DEFAULT);
    try {
      Pragmas.run(connection, "BEGIN IMMEDIATE");
      try (PreparedStatement fact =
          connection.prepareStatement("INSERT INTO facts(name, value) VALUES (?, ?)")) {
        for (Map.Entry<String, String> each : new TreeMap<>(facts).entrySet()) {
          fact.setString(1, each.getKey());
          fact.setString(2, each.getValue());
          fact.executeUpdate();
        }
      }
      Pragmas.run(connection, "COMMIT");
      return new Journal(file, connection, 0, seal(facts));
    } catch (SQLException e) {
      Database.close(connection, e);
      throw new StorageException(Reasons.sentence("Cannot write to", file, e), e);
    }
  }

  /**
   * Goes on behind the last line of a journal that has been read to its end.
   *
   * @throws StorageException when it cannot be written
   */
  public static Journal resume(Path folder, JournalReader read) {
    Path file = DatabaseKind.JOURNAL.file(folder);
    Connection connection = Database.open(folder, DatabaseKind.JOURNAL, WriterSettings.DEFAULT);
    try {
      return new Journal(file, connection, read.lines(), read.link());
    } catch (SQLException e) {
      Database.close(connection, e);
      throw new StorageException(Reasons.sentence("Cannot write to", file, e), e);
    }
  }

  /**
   * Commits lines.
   *
   * @throws StoreException when they cannot be written: then nobody may see what they say
   */
  public void append(List<JournalEntry> entries) {
    try {
      Pragmas.run(connection, "BEGIN IMMEDIATE");
      long next = seq;
      String last = link;
      for (JournalEntry entry : entries) {
        next++;
        last = link(last, next, entry);
        insert.setLong(1, next);
        insert.setLong(2, entry.tick());
        insert.setString(3, entry.kind().name());
        insert.setString(4, entry.body());
        insert.setString(5, last);
        insert.executeUpdate();
      }
      Pragmas.run(connection, "COMMIT");
      seq = next;
      link = last;
    } catch (SQLException e) {
      throw new StoreException(Reasons.sentence("Cannot write to", file, e), e);
    }
  }

  /** The link before the first line: the SHA-256 of the facts, so that these are sealed too. */
  static String seal(Map<String, String> facts) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(facts)
        .forEach((name, value) ->
            text.append(name).append('=').append(value.length()).append(':').append(value));
    return sha256(text.toString());
  }

  static String link(String before, long seq, JournalEntry entry) {
    return sha256(
        before + '\n' + seq + '\n' + entry.tick() + '\n' + entry.kind() + '\n' + entry.body());
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /** Moves what the write-ahead log holds into the file and closes it. */
  @Override
  public void close() {
    try (connection) {
      insert.close();
      Pragmas.query(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      throw new StoreException(Reasons.sentence("Cannot close", file, e), e);
    }
  }
}
