package mycelial.ledger;

import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;

/**
 * One statement of an idea, as the collision rule sees it.
 *
 * @param ideaId this statement
 * @param origin the idea's first statement; the same for all its restatements
 * @param stream baseline or mycelial
 * @param pair the pair
 * @param side the direction
 * @param millis when it was published, milliseconds since the epoch
 * @param untilMillis until when the idea may be stated again after a silence of whatever length
 */
public record Statement(
    String ideaId,
    String origin,
    SignalSource stream,
    Pair pair,
    Side side,
    long millis,
    long untilMillis) {
  /**
   * @throws IllegalArgumentException when the stream has no ideas of its own or the time is
   *     negative
   */
  public Statement {
    if (stream != SignalSource.BASELINE && stream != SignalSource.MYCELIAL) {
      throw new IllegalArgumentException("an idea comes from baseline or mycelial, not " + stream);
    }
    if (millis < 0) {
      throw new IllegalArgumentException("statement time " + millis + " ms is negative");
    }
  }

  /** A statement of an idea that is over when it falls silent. */
  public Statement(
      String ideaId, String origin, SignalSource stream, Pair pair, Side side, long millis) {
    this(ideaId, origin, stream, pair, side, millis, millis);
  }
}
