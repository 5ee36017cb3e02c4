package mycelial.ledger;

import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.jspecify.annotations.Nullable;

/**
 * A first statement of an idea and what became of it.
 *
 * @param ideaId the idea
 * @param stream baseline or mycelial
 * @param agent who published it, by name
 * @param pair the pair
 * @param side the direction
 * @param time when it was published, seconds since the epoch
 * @param grade how well it is supported
 * @param score 0 to 100
 * @param patternId the rule behind it, or null
 * @param reason why, in words
 * @param fate what its own ledger did with it, for example OPENED or STALE_QUOTE
 * @param restatements how often it was restated
 * @param collision OPEN when no partner has been met yet, else MATCHED, CONFLICT, NEAR_MISS or
 *     EXPIRED
 * @param partner the idea of the other stream that came nearest to one that did not collide, the
 *     opposite one for a conflict; null where there was none, or it collided
 * @param partnerGapMillis how near; null with it
 */
public record IdeaRecord(
    String ideaId,
    SignalSource stream,
    String agent,
    Pair pair,
    Side side,
    double time,
    EvidenceGrade grade,
    double score,
    @Nullable String patternId,
    String reason,
    String fate,
    int restatements,
    String collision,
    @Nullable String partner,
    @Nullable Long partnerGapMillis) {
  /**
   * @throws IllegalArgumentException when the time, the score or the count is out of range
   */
  public IdeaRecord {
    Checks.time("time", time);
    Checks.score(score);
    if (restatements < 0) {
      throw new IllegalArgumentException("restatements " + restatements + " is negative");
    }
  }
}
