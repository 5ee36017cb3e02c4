package mycelial.bench;

/** A measurement that could not be made, or whose digests differ. */
public final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what could not be measured. */
  public BenchException(String message) {
    super(message);
  }

  /** Says what could not be measured, and why. */
  public BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
