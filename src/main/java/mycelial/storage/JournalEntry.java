package mycelial.storage;

/**
 * One line of a session's journal. Immutable.
 *
 * @param tick schedule time at which the agents see it, 1/64 s since the session began
 * @param kind what it is
 * @param body what it says, as {@link Kind} demands
 */
public record JournalEntry(long tick, Kind kind, String body) {
  /** What an entry is. */
  public enum Kind {
    /** Something from outside: an arrival in its own JSON. */
    ARRIVAL,
    /** An operator's command and its reason, a line each. */
    COMMAND,
    /** What the colony was just before this tick: a digest of its whole state. */
    STATE,
    /** The session was ended at this tick; the body is the reason, empty at the planned end. */
    END;

    /** Whether agents see it. */
    public boolean entersColony() {
      return this == ARRIVAL || this == COMMAND;
    }
  }
}
