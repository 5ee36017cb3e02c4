package mycelial.agent;

import java.util.ArrayDeque;
import mycelial.message.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Messages on their way to one agent, by the tick at which it reacts to them; equal ticks keep the
 * order of delivery.
 */
final class Mailbox {
  private record Mail(long due, Envelope envelope) {}

  private final ArrayDeque<Mail> mails = new ArrayDeque<>();
  private final ArrayDeque<Mail> later = new ArrayDeque<>();

  void add(long due, Envelope envelope) {
    while (!mails.isEmpty() && mails.getLast().due() > due) {
      later.addFirst(mails.removeLast());
    }
    mails.addLast(new Mail(due, envelope));
    while (!later.isEmpty()) {
      mails.addLast(later.removeFirst());
    }
  }

  /** The next message due at or before a tick, or null. */
  @Nullable Envelope poll(long tick) {
    Mail first = mails.peekFirst();
    if (first == null || first.due() > tick) {
      return null;
    }
    return mails.removeFirst().envelope();
  }
}
