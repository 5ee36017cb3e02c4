package mycelial.feed.kraken;

/**
 * Kraken could not be asked, or refused. The message is one sentence without secrets: what could
 * not be had and what can be done.
 */
public final class KrakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, by what can be done about it. */
  public enum Kind {
    /** No answer in time, a broken connection, something else in the way. */
    UNREACHABLE,
    /** The host's name means nothing here. */
    DNS,
    /** Nobody listens at that address. */
    REFUSED,
    /** No trustworthy encrypted connection. */
    TLS,
    /** Too many calls; ask again a little later. */
    THROTTLED,
    /** Locked out for a quarter of an hour. */
    LOCKED_OUT,
    /** The exchange has trouble of its own. */
    SERVICE,
    /** The market takes no or not all orders. */
    MARKET_MODE,
    /** What was asked for does not exist; asking again does not help. */
    REQUEST,
    /** The keys are not accepted; never tried again. */
    AUTH,
    /** The answer is not what Kraken documents. */
    MALFORMED
  }

  private final Kind kind;

  /** One clear sentence. */
  public KrakenException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** One clear sentence, and what caused it. */
  public KrakenException(Kind kind, String message, Throwable cause) {
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

  /** Whether the same call may succeed a little later. */
  public boolean isTransient() {
    return switch (kind) {
      case REQUEST, AUTH -> false;
      default -> true;
    };
  }
}
