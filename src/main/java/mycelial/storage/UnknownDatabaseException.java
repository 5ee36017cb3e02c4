package mycelial.storage;

/**
 * A file that was to be migrated is no database that this program knows how to bring over; the
 * message is one sentence. The file has not been changed.
 */
public final class UnknownDatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownDatabaseException(String message) {
    super(message);
  }
}
