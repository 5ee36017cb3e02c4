package mycelial.message;

/**
 * A command to the colony.
 *
 * @param command what to do
 * @param origin who says so
 * @param reason why, in words
 */
public record SystemControl(Command command, Origin origin, String reason) implements Message {

  /** What can be commanded. There is no command that leaves paper trading. */
  public enum Command {
    /** Open no new position until RESUME. */
    HALT,
    /** Lift a halt. */
    RESUME,
    /** Close every open position of the account. */
    FLATTEN,
    /** HALT and FLATTEN at once, then end the session. */
    EMERGENCY_SHUTDOWN,
    /** End the session; positions stay open and are marked. */
    STOP
  }

  /** Who commands. */
  public enum Origin {
    OPERATOR,
    RISK
  }

  /**
   * @throws IllegalArgumentException when the reason is empty
   */
  public SystemControl {
    Checks.identifier("reason", reason);
  }
}
