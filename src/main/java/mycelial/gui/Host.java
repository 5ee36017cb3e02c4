package mycelial.gui;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import mycelial.colony.Session;
import org.jspecify.annotations.Nullable;

/**
 * Provides the sessions that the window plays: each press of Play is one of its own. Called by
 * Swing's thread, {@link #attempt} by the play thread as well, never by both at once.
 */
public interface Host {
  /** The seed to begin with; 32 bits, as MASON's Console has it. */
  int seed();

  /**
   * Opens a new session with that seed.
   *
   * @param listener is told what a user should know, any thread
   * @return null when that is not possible, of which the listener has been told
   */
  @Nullable Session open(int seed, Notice listener);

  /** What may be changed before the next session, in the order to show it. */
  List<Parameter> parameters();

  /**
   * Changes a parameter of the next session, as {@code --set} would.
   *
   * @return what is wrong with the value, one sentence, and nothing has been changed; or null
   */
  @Nullable String change(String key, String value);

  /** What differs from what the program was started with, by key. */
  Map<String, String> changes();

  /** Has everything again as the program was started with. */
  void reset();

  /**
   * Does a part of playing a session.
   *
   * @return what the part says; false when it failed, which is noted with the session, and the
   *     listener has been told
   */
  boolean attempt(Session session, BooleanSupplier part);

  /** Concludes a session that has been played, unless it failed, and keeps its result. */
  void conclude(Session session);
}
