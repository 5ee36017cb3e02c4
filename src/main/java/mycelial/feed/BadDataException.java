package mycelial.feed;

/**
 * Input data that cannot be used; the message says where ({@code file:line:column: reason}) and
 * what was expected.
 */
public final class BadDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One clear sentence. */
  public BadDataException(String message) {
    super(message);
  }
}
