package mycelial.dashboard;

/** A request that is not served; the message is one sentence for whoever sent it. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
  }

  /** The HTTP status. */
  int status() {
    return status;
  }
}
