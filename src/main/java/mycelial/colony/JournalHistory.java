package mycelial.colony;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import mycelial.storage.Journal;
import mycelial.storage.JournalEntry;
import mycelial.storage.JournalReader;
import org.jspecify.annotations.Nullable;

/** The history that a session's journal holds; what is new is committed to it. */
final class JournalHistory implements History {
  private final Path folder;
  private final long stateSeconds;
  private final JournalReader reader;
  private @Nullable JournalEntry ahead;
  private @Nullable Journal journal;

  /**
   * Opens the journal in a session's folder.
   *
   * @throws mycelial.storage.StorageException when it cannot be read
   */
  JournalHistory(Path folder, long stateSeconds) {
    this.folder = folder;
    this.stateSeconds = stateSeconds;
    this.reader = JournalReader.open(folder);
    this.ahead = reader.next();
  }

  @Override
  public @Nullable JournalEntry peek() {
    return ahead;
  }

  @Override
  public void take() {
    ahead = reader.next();
  }

  @Override
  public void append(List<JournalEntry> entries) {
    Journal open = journal;
    if (open == null) {
      open = Journal.resume(folder, reader);
      journal = open;
    }
    open.append(entries);
  }

  @Override
  public long stateSeconds() {
    return stateSeconds;
  }

  @Override
  public void close() {
    try (reader) {
      if (journal != null) {
        Objects.requireNonNull(journal).close();
      }
    }
  }
}
