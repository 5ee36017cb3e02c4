package mycelial.feed.moat;

/**
 * A source could not be asked, refused, or answered something else than it documents. The message
 * is one sentence without secrets, fit to be shown as the reason why a target is missing.
 */
final class FeedTrouble extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 200;

  private final int status;
  private final double until;

  /** The source's answer, or the lack of one, is of no use. */
  FeedTrouble(String message) {
    this(message, 0, 0);
  }

  /**
   * The source refuses.
   *
   * @param status HTTP status; 0 for none
   * @param until nothing of the source may be asked before, seconds since the epoch; 0 where it has
   *     not said
   */
  FeedTrouble(String message, int status, double until) {
    super(message.length() <= LONGEST ? message : message.substring(0, LONGEST));
    this.status = status;
    this.until = until;
  }

  int status() {
    return status;
  }

  double until() {
    return until;
  }

  /** The sentence. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
