package mycelial.storage;

import org.jspecify.annotations.Nullable;

/**
 * A database or a folder cannot be used; the message is one sentence that names the file, the cause
 * and what to do.
 */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StorageException(String message) {
    this(message, null);
  }

  StorageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
