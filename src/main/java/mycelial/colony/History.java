package mycelial.colony;

import java.util.List;
import mycelial.storage.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * What has entered a session from outside and what the colony was then: lines of the past first,
 * then what is added. Used by the thread that owns the model.
 */
public interface History extends AutoCloseable {
  /** Nothing has been before, and nothing is kept. */
  History NONE =
      new History() {
        @Override
        public @Nullable JournalEntry peek() {
          return null;
        }

        @Override
        public void append(List<JournalEntry> entries) {
          // Nobody asks for them again.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  /** The next line of the past, or null when all of it has been taken. */
  @Nullable JournalEntry peek();

  /** Takes the line that {@link #peek} shows. */
  default void take() {
    throw new IllegalStateException("there is no past");
  }

  /**
   * Keeps lines that are new, together, before anybody sees what they say. Only when there is no
   * more past.
   */
  void append(List<JournalEntry> entries);

  /** Seconds of schedule time between two lines that say what the colony is; 0 for none. */
  default long stateSeconds() {
    return 0;
  }

  /** The tick after which the first of those lines may come. */
  default long statesAfter() {
    return 0;
  }

  /** Whether nothing may follow the past. */
  default boolean endsWithPast() {
    return false;
  }

  @Override
  void close();
}
