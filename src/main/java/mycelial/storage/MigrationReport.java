package mycelial.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@link DatabaseMigration#migrate} did with a file.
 *
 * @param file the database
 * @param outcome what was done
 * @param backup the copy made before, null where nothing was to be done
 * @param rows patterns found, 0 unless it was a database of the Python attempt
 * @param distinct of them, told apart by everything but id and time of creation
 * @param unreadable of them, kept in the table {@code patterns_unreadable} with the reason
 */
public record MigrationReport(
    Path file, Outcome outcome, @Nullable Path backup, long rows, long distinct, long unreadable) {
  /** What was done. */
  public enum Outcome {
    /** The database has the newest version already. */
    NOTHING_TO_DO,
    /** An older version of ours was brought to the newest. */
    BROUGHT_UP_TO_DATE,
    /** A patterns database of the Python attempt was made ours. */
    MIGRATED
  }

  /** Rows that repeat another. */
  public long duplicates() {
    return rows - distinct;
  }
}
