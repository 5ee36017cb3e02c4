package mycelial.storage;

/**
 * What a check of the databases has found.
 *
 * @param level how bad it is
 * @param text one sentence that names the file, the session and the rows
 */
public record Finding(Level level, String text) {
  /** How bad a finding is. */
  public enum Level {
    /** Worth knowing, nothing wrong. */
    INFO,
    /** Unusual; figures may be incomplete. */
    WARNING,
    /** The stored figures contradict each other or the file is damaged. */
    ERROR
  }
}
