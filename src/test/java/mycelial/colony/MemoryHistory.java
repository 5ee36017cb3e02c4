package mycelial.colony;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import mycelial.storage.JournalEntry;
import org.jspecify.annotations.Nullable;

/** A journal in memory. */
final class MemoryHistory implements History {
  private final ArrayDeque<JournalEntry> past = new ArrayDeque<>();
  private final List<JournalEntry> written;
  private final boolean closed;

  /** What is written goes behind what is in {@code lines}, which is played first. */
  private MemoryHistory(List<JournalEntry> lines, boolean closed) {
    this.past.addAll(lines);
    this.written = lines;
    this.closed = closed;
  }

  /** A history that goes on behind these lines and adds to them. */
  static MemoryHistory continuing(List<JournalEntry> lines) {
    return new MemoryHistory(lines, false);
  }

  /** A history of these lines and no more. */
  static MemoryHistory replaying(List<JournalEntry> lines) {
    return new MemoryHistory(new ArrayList<>(lines), true);
  }

  @Override
  public @Nullable JournalEntry peek() {
    return past.peek();
  }

  @Override
  public void take() {
    past.remove();
  }

  @Override
  public void append(List<JournalEntry> entries) {
    if (closed || !past.isEmpty()) {
      throw new IllegalStateException("nothing may be added here");
    }
    written.addAll(entries);
  }

  @Override
  public long stateSeconds() {
    return 60;
  }

  @Override
  public boolean endsWithPast() {
    return closed;
  }

  @Override
  public void close() {
    past.clear();
  }
}
