package mycelial.storage;

import java.math.BigDecimal;
import mycelial.ledger.ExitReason;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;
import org.jspecify.annotations.Nullable;

/**
 * A closed trade as it is stored; money and prices are exact, in quote currency.
 *
 * @param tradeId identifies the trade
 * @param stream whose ledger
 * @param pair the pair
 * @param side direction of the position
 * @param strategyType style
 * @param agent who published the idea
 * @param patternId the rule behind it, or null
 * @param ideaId the idea
 * @param grade how well the idea was supported
 * @param score the idea's score, 0 to 100
 * @param collision whether two streams agreed on it
 * @param entryTime seconds since the epoch
 * @param exitTime seconds since the epoch
 * @param quantity base currency
 * @param entryMid price before costs
 * @param entryPrice price paid or received
 * @param exitMid price before costs
 * @param exitPrice price paid or received
 * @param fees both fees
 * @param reason why it was closed
 * @param pnl profit or loss after all costs
 */
public record StoredTrade(
    String tradeId,
    SignalSource stream,
    Pair pair,
    Side side,
    StrategyType strategyType,
    String agent,
    @Nullable String patternId,
    String ideaId,
    EvidenceGrade grade,
    double score,
    boolean collision,
    double entryTime,
    double exitTime,
    BigDecimal quantity,
    BigDecimal entryMid,
    BigDecimal entryPrice,
    BigDecimal exitMid,
    BigDecimal exitPrice,
    BigDecimal fees,
    ExitReason reason,
    BigDecimal pnl) {}
