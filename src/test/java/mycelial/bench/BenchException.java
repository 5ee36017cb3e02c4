package mycelial.bench;

/** A measurement that could not be made, or whose digests differ. */
final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BenchException(String message) {
    super(message);
  }
}
