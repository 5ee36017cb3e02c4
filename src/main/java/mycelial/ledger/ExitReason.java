package mycelial.ledger;

/** Why a position was closed. */
public enum ExitReason {
  /** An idea in the other direction. */
  OPPOSITE_IDEA,
  /** The stop was touched. */
  STOP,
  /** The target was touched. */
  TARGET,
  /** The idea's horizon, or the cap of its style, was reached. */
  HORIZON,
  /** An operator or a risk rule closed it. */
  FLATTEN,
  /** Closed at the end of the session on demand. */
  SESSION_END
}
