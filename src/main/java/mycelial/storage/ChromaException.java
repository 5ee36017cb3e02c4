package mycelial.storage;

/** A vector server that cannot be reached, is too slow, or answers what it should not. */
final class ChromaException extends Exception {
  private static final long serialVersionUID = 1L;

  ChromaException(String message) {
    super(message);
  }

  ChromaException(String message, Throwable cause) {
    super(message, cause);
  }
}
