package mycelial.colony;

/**
 * Says when the next instant may happen: at once in a replay, when its time has come on the wall in
 * a live session.
 */
public interface Pacer {
  /**
   * Waits until the instant at {@code tick} may happen. Waits only with {@code monitor.wait(...)},
   * so that whoever needs the schedule's monitor meanwhile gets it.
   *
   * @param tick schedule time of the next instant
   * @param monitor the schedule, whose monitor the caller holds
   * @return false when woken before that: by mail from outside or by an interrupt; nothing may be
   *     done then
   */
  boolean await(long tick, Object monitor);

  /**
   * The tick at which mail that has just arrived from outside is to be seen, later than {@code
   * last}.
   */
  long mailTick(long last);

  /**
   * How long after its time an instant at {@code tick} happens, seconds on the wall; zero where
   * nothing outside goes on meanwhile.
   */
  default double lateBy(long tick) {
    return 0;
  }

  /** Schedule seconds a second on the wall; infinite where nothing waits for the wall. */
  default double speed() {
    return Double.POSITIVE_INFINITY;
  }

  /** From here on the wall counts: called once, when warming up is over. */
  void anchor(long tick);

  /**
   * Goes on after a pause: from now on the wall counts from {@code tick}, so that nothing is
   * hurried to make up for the pause. Without effect before {@link #anchor}.
   */
  void resume(long tick);

  /**
   * Mail has arrived: whoever waits is to return at once. The caller holds the schedule's monitor
   * and notifies it.
   */
  void mailArrived();

  /**
   * Whether instants ever wait for the wall; what is recorded may be read ahead where they do not.
   */
  boolean isBoundToTheWall();
}
