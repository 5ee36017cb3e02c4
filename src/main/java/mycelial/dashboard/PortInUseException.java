package mycelial.dashboard;

/** The dashboard's port cannot be had; the message is one sentence with the next step. */
public final class PortInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortInUseException(int port, Throwable cause) {
    super(
        "port "
            + port
            + " on 127.0.0.1 cannot be had for the dashboard; choose another, or 0 for any that is"
            + " free",
        cause);
  }
}
