package mycelial.colony;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mycelial.ledger.TradeStore.StoreException;
import mycelial.storage.SessionStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a session's status on: at most one a second of the wall while it goes well, and at once
 * when how it stands has changed. {@link #isDue} is for the thread that owns the model; the rest is
 * safe for several threads.
 */
final class StatusPost {
  private static final Logger LOG = LoggerFactory.getLogger(StatusPost.class);
  private static final long PERIOD = TimeUnit.SECONDS.toNanos(1);

  private final Consumer<SessionStatus> reader;
  private @Nullable SessionStatus newest;
  private long next;

  StatusPost(Consumer<SessionStatus> reader) {
    this.reader = reader;
  }

  /** Whether a new status is due at a time, nanoseconds on a monotonic clock from zero. */
  boolean isDue(long nanos) {
    if (nanos < next) {
      return false;
    }
    next = nanos + PERIOD;
    return true;
  }

  synchronized void hand(SessionStatus status) {
    newest = status;
    reader.accept(status);
  }

  /** Redis has gone or come back, though the model may be waiting for it. */
  synchronized void busChanged(boolean available) {
    SessionStatus last = newest;
    if (last != null && !last.standing().ended()) {
      SessionStatus.Standing was = last.standing();
      String going = was.halted() ? "HALTED" : "RUNNING";
      String state = available && was.barrier() == null ? going : "DEGRADED";
      try {
        hand(last.with(standing(was, state, false, available)));
      } catch (StoreException lost) {
        // The bus's thread must live; the model's hears of it at its next record.
        LOG.warn("the status cannot be stored: {}", lost.getMessage());
      }
    }
  }

  /** The session could not be played to its end. */
  synchronized void failed(String reason) {
    SessionStatus last = newest;
    if (last != null) {
      SessionStatus.Standing was = last.standing();
      hand(last.with(standing(was, "FAILED (" + reason + ")", true, was.busAvailable())));
    }
  }

  private static SessionStatus.Standing standing(
      SessionStatus.Standing was, String state, boolean ended, boolean available) {
    return new SessionStatus.Standing(
        state, ended, was.trading(), was.halted(), available, was.barrier(), was.barredPairs());
  }
}
