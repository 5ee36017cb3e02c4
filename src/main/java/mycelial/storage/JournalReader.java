package mycelial.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal from its beginning and checks the chain as it goes, a bounded number of lines at
 * a time. Used by one thread.
 */
public final class JournalReader implements AutoCloseable {
  private static final int CHUNK = 2_000;

  private record Line(long seq, long tick, String kind, String body, String link) {}

  private final Path file;
  private final Connection connection;
  private final Query query;
  private final Map<String, String> facts;
  private final ArrayDeque<Line> ahead = new ArrayDeque<>();
  private long lines;
  private String link;

  private JournalReader(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
    this.query = new Query(connection, file);
    Map<String, String> stored = new TreeMap<>();
    query
        .list("SELECT name, value FROM facts", row -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(fact -> stored.put(fact.getKey(), fact.getValue()));
    this.facts = Collections.unmodifiableMap(stored);
    this.link = Journal.seal(stored);
  }

  /**
   * Opens the journal in a session's folder.
   *
   * @throws StorageException when there is none, or it cannot be read
   */
  public static JournalReader open(Path folder) {
    Path file = DatabaseKind.JOURNAL.file(folder);
    Connection connection = Database.openForReading(folder, DatabaseKind.JOURNAL);
    try {
      return new JournalReader(file, connection);
    } catch (StorageException e) {
      Database.close(connection, e);
      throw e;
    }
  }

  /** What the session started from, by name, in order. */
  public Map<String, String> facts() {
    return facts;
  }

  /**
   * A fact that every journal has.
   *
   * @throws StorageException when it is missing
   */
  public String fact(String name) {
    String value = facts.get(name);
    if (value == null) {
      throw new StorageException(
          "Cannot use "
              + file
              + ": it does not say '"
              + name
              + "'; it was written by another build.");
    }
    return value;
  }

  /**
   * The next line, or null at the end.
   *
   * @throws StorageException naming the line when it is not what was written
   */
  public @Nullable JournalEntry next() {
    if (ahead.isEmpty()) {
      ahead.addAll(chunk());
    }
    Line line = ahead.poll();
    return line == null ? null : checked(line);
  }

  private List<Line> chunk() {
    return query.list(
        "SELECT seq, tick, kind, body, link FROM entries WHERE seq > ? ORDER BY seq LIMIT " + CHUNK,
        row ->
            new Line(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)),
        lines);
  }

  private JournalEntry checked(Line line) {
    JournalEntry entry = new JournalEntry(line.tick, kind(line), line.body);
    lines++;
    link = Journal.link(link, lines, entry);
    if (line.seq != lines || !link.equals(line.link)) {
      throw altered(line);
    }
    return entry;
  }

  private JournalEntry.Kind kind(Line line) {
    for (JournalEntry.Kind kind : JournalEntry.Kind.values()) {
      if (kind.name().equals(line.kind)) {
        return kind;
      }
    }
    throw altered(line);
  }

  private StorageException altered(Line line) {
    return new StorageException(
        "%s: line %d (tick %d, %.1f s after the session's beginning) or one just before it is not what was written (it or what the session started from has been altered, or a line is missing); restore the file."
            .formatted(file, line.seq, line.tick, line.tick / 64.0));
  }

  /** How many lines have been read. */
  public long lines() {
    return lines;
  }

  /** The chain's last link so far. */
  public String link() {
    return link;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StorageException(Reasons.sentence("Cannot close", file, e), e);
    }
  }
}
