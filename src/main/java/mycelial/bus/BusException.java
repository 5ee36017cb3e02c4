package mycelial.bus;

/** The bus cannot be used; the message is one sentence that says what to do. */
public final class BusException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Cause kind;

  /** What kind of trouble it is. */
  public enum Cause {
    /** Nobody answers at that address. */
    UNREACHABLE,
    /** The server refused the login. */
    REFUSED,
    /** Another live session uses the same channels. */
    OCCUPIED,
    /** The bus was closed while it was needed. */
    CLOSED
  }

  /** One clear sentence. */
  public BusException(Cause kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What kind of trouble it is. */
  public Cause kind() {
    return kind;
  }
}
