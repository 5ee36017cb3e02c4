package mycelial.feed.http;

/**
 * A server could not be asked or its answer not be taken. The message is one sentence that names
 * the server and what to look at, without anything of the request that could be secret.
 */
public final class HttpFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** The host's name means nothing here. */
    DNS,
    /** Nobody listens at that address. */
    REFUSED,
    /** No trustworthy encrypted connection; it is never tried without. */
    TLS,
    /** The whole answer was not there in time. */
    TIMEOUT,
    /** The answer is longer than it may be. */
    TOO_LARGE,
    /** Sent on to another host, in a circle, or nowhere. */
    REDIRECT,
    /** The connection ended before the answer did. */
    BROKEN,
    /** The caller's thread was interrupted, as when a session ends. */
    GIVEN_UP
  }

  private final Kind kind;

  /** One clear sentence. */
  HttpFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** One clear sentence, and what caused it. */
  HttpFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** The sentence. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
