package mycelial.ledger;

import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.jspecify.annotations.Nullable;

/**
 * An idea that is over without a collision.
 *
 * @param origin its first statement
 * @param stream baseline or mycelial
 * @param pair the pair
 * @param side the direction
 * @param fate what it met instead
 * @param bestGapMillis smallest distance in time to a statement of the other stream, of the
 *     opposite direction for a conflict and else of the same direction; {@link #NO_GAP} where there
 *     was none within the near-miss window
 * @param nearest the idea that statement belongs to, the one met first of several; null where there
 *     was none
 */
public record ExpiredIdea(
    String origin,
    SignalSource stream,
    Pair pair,
    Side side,
    Fate fate,
    long bestGapMillis,
    @Nullable String nearest) {
  /** There was nothing to measure a distance to. */
  public static final long NO_GAP = -1;

  /** What an idea met that did not collide; a conflict outweighs a near miss. */
  public enum Fate {
    /** The other stream agreed, but too long before or after. */
    NEAR_MISS,
    /** The other stream said the opposite within the window. */
    CONFLICT,
    /** Neither. */
    EXPIRED
  }
}
