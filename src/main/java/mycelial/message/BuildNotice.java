package mycelial.message;

import mycelial.market.Pair;

/**
 * A request for an analyst, or what the builder has done.
 *
 * @param kind what it is
 * @param requestId identifies the request; answers repeat it, what the builder does of its own
 *     accord has an id of its own
 * @param pair the pair
 * @param reason why, in words
 */
public record BuildNotice(Kind kind, String requestId, Pair pair, String reason)
    implements Message {

  /** A request, or what became of one. */
  public enum Kind {
    /** An analyst is asked for. */
    REQUEST,
    /** The pair has an analyst now. */
    DEPLOYED,
    /** The request is refused. */
    REFUSED,
    /** The pair's analyst is gone. */
    RETIRED
  }

  /**
   * @throws IllegalArgumentException when id or reason is empty or too long
   */
  public BuildNotice {
    Checks.identifier("requestId", requestId);
    Checks.words(reason);
  }
}
