package mycelial.storage;

import java.math.BigDecimal;
import mycelial.ledger.ExitPlan;
import mycelial.ledger.ExitReason;
import mycelial.ledger.Fill;
import mycelial.market.EvidenceGrade;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code positions}, open or closed; money and prices are exact, in quote currency.
 *
 * @param tradeId identifies the trade
 * @param session whose it is
 * @param stream whose ledger
 * @param pair the pair
 * @param side direction of the position
 * @param strategyType style
 * @param horizonMinutes how long the idea wanted to hold
 * @param agent who published the idea; of a collision the trader
 * @param patternId the rule behind it, or null
 * @param ideaId the idea's first statement; of a collision the mycelial one
 * @param grade how well the idea was supported
 * @param score the idea's score, 0 to 100
 * @param collision whether two streams agreed on it
 * @param barEnd end of the newest bar known then, seconds since the epoch
 * @param features what was known of the pair at that bar
 * @param entry the fill that opened it
 * @param plan stop, target and deadline
 * @param exit how it was closed, or null while it is open
 */
public record StoredPosition(
    String tradeId,
    String session,
    SignalSource stream,
    Pair pair,
    Side side,
    StrategyType strategyType,
    int horizonMinutes,
    String agent,
    @Nullable String patternId,
    String ideaId,
    EvidenceGrade grade,
    double score,
    boolean collision,
    long barEnd,
    FeatureVector features,
    Fill entry,
    ExitPlan plan,
    @Nullable Exit exit) {

  /**
   * How a position was closed.
   *
   * @param fill the fill
   * @param reason why
   * @param pnl profit or loss after all costs
   */
  public record Exit(Fill fill, ExitReason reason, BigDecimal pnl) {}
}
