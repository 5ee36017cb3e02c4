package mycelial.message;

import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to trade. It is restated each bar while its cause holds.
 *
 * @param ideaId identifies this statement of the idea
 * @param stream {@link SignalSource#BASELINE} or {@link SignalSource#MYCELIAL}
 * @param pair the pair
 * @param side the direction
 * @param horizonMinutes how long to hold
 * @param strategyType style; caps the horizon
 * @param grade how well the cause is supported
 * @param score 0 to 100
 * @param crossMoat how many of the conditions behind it look at a moat's signal, 0 to 3
 * @param patternId the rule behind it, or null for the baseline
 * @param restates the idea's first statement when this is a later one, or null
 * @param barEnd end of the bar on which it was decided, seconds since the epoch
 * @param reason why, in words
 */
public record TradeIdea(
    String ideaId,
    SignalSource stream,
    Pair pair,
    Side side,
    int horizonMinutes,
    StrategyType strategyType,
    EvidenceGrade grade,
    double score,
    int crossMoat,
    @Nullable String patternId,
    @Nullable String restates,
    long barEnd,
    String reason)
    implements Message {
  /**
   * @throws IllegalArgumentException when a value is out of its range
   */
  public TradeIdea {
    Checks.identifier("ideaId", ideaId);
    Checks.horizon(horizonMinutes);
    Checks.score(score);
    if (crossMoat < 0 || crossMoat > 3) {
      throw new IllegalArgumentException(crossMoat + " conditions on moats are not 0 to 3");
    }
    if (stream != SignalSource.BASELINE && stream != SignalSource.MYCELIAL) {
      throw new IllegalArgumentException("an idea comes from baseline or mycelial, not " + stream);
    }
  }

  /** The idea's first statement: this one, or the one that it restates. */
  public String origin() {
    return restates == null ? ideaId : restates;
  }
}
