package mycelial.colony;

import mycelial.storage.SessionStatus;

/** Hears how a session goes; called by the thread that owns the model. */
public interface SessionListener {
  /** Called about a thousand times in a session and at least once an hour of schedule time. */
  void progress(Colony colony);

  /** Something that a user should see, in one line. */
  void say(String line);

  /**
   * How the session stands: about once a second of the wall while it is played, at its end, and
   * when Redis goes or comes back; the latter on another thread.
   */
  default void status(SessionStatus status) {}
}
