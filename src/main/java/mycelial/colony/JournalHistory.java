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
  private final boolean mayGoOn;
  private final JournalReader reader;
  private @Nullable JournalEntry ahead;
  private @Nullable Journal journal;

  /**
   * Opens the journal in a session's folder.
   *
   * @param mayGoOn whether lines may follow what it holds
   * @throws mycelial.storage.StorageException when it cannot be read
   */
  JournalHistory(Path folder, boolean mayGoOn) {
    this.folder = folder;
    this.mayGoOn = mayGoOn;
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
    if (!mayGoOn) {
      throw new IllegalStateException("nothing may be added to the journal in " + folder);
    }
    Journal open = journal;
    if (open == null) {
      open = Journal.resume(folder, reader);
      journal = open;
    }
    open.append(entries);
  }

  @Override
  public long stateSeconds() {
    return Long.parseLong(reader.fact(Journals.STATE_SECONDS));
  }

  @Override
  public long statesAfter() {
    return Long.parseLong(reader.fact(Journals.STATES_AFTER));
  }

  @Override
  public boolean endsWithPast() {
    return !mayGoOn;
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
