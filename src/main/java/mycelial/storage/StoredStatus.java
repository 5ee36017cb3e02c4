package mycelial.storage;

/**
 * The newest status that a session has written.
 *
 * @param session its id
 * @param time when it was written, wall clock, seconds since the epoch
 * @param seq grows with every status that the session writes, also after it is resumed
 * @param status what was written
 * @param body the same as JSON
 */
public record StoredStatus(
    String session, double time, long seq, SessionStatus status, String body) {}
