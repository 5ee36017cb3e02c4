package mycelial.ledger;

import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.StrategyType;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger is asked to open.
 *
 * @param pair the pair
 * @param side the direction
 * @param strategyType style; caps the horizon
 * @param horizonMinutes how long to hold at most
 * @param agent who published the idea, by name
 * @param patternId the rule behind it, or null
 * @param ideaId the idea's first statement; for a collision the mycelial one
 * @param grade how well the idea is supported
 * @param score the idea's score, 0 to 100
 * @param crossMoat how many of the conditions behind it look at a moat's signal
 * @param collision whether two streams agreed on it
 * @param snapshot what was known of the pair
 */
public record Order(
    Pair pair,
    Side side,
    StrategyType strategyType,
    int horizonMinutes,
    String agent,
    @Nullable String patternId,
    String ideaId,
    EvidenceGrade grade,
    double score,
    int crossMoat,
    boolean collision,
    EntrySnapshot snapshot) {
  /**
   * @throws IllegalArgumentException when the horizon or the score is out of range
   */
  public Order {
    if (horizonMinutes < 1) {
      throw new IllegalArgumentException("horizon " + horizonMinutes + " is not a minute or more");
    }
    Checks.score(score);
  }
}
