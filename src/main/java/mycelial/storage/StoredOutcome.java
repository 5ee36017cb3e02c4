package mycelial.storage;

import java.math.BigDecimal;
import mycelial.ledger.ExitReason;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;

/**
 * What an idea, or a collision, brought as the only trade of an account. Times are seconds since
 * the epoch, prices and money are in the quote currency.
 *
 * @param stream baseline or mycelial; synthesized for a collision
 * @param ideaId the idea; of a collision the mycelial one
 * @param pair the pair
 * @param side direction
 * @param grade how well the idea was supported
 * @param entryTime when it was entered
 * @param exitTime when it was left
 * @param quantity base currency
 * @param entryPrice price paid or received
 * @param exitPrice price paid or received
 * @param fees both fees
 * @param reason why it was left; SESSION_END where the session ended first
 * @param returnPercent net of all costs, percent of the entry's value
 * @param pnl profit or loss after all costs
 */
public record StoredOutcome(
    SignalSource stream,
    String ideaId,
    Pair pair,
    Side side,
    EvidenceGrade grade,
    double entryTime,
    double exitTime,
    BigDecimal quantity,
    BigDecimal entryPrice,
    BigDecimal exitPrice,
    BigDecimal fees,
    ExitReason reason,
    double returnPercent,
    BigDecimal pnl) {}
