package mycelial.storage;

import java.math.BigDecimal;
import mycelial.market.Pair;
import mycelial.market.SignalSource;

/**
 * A position that was not closed.
 *
 * @param stream whose ledger
 * @param pair the pair
 * @param ideaId the idea behind it
 * @param entryTime seconds since the epoch
 * @param quantity base currency
 * @param entryPrice price paid or received, quote currency
 * @param entryFee fee of the entry, quote currency
 */
public record StoredOpenPosition(
    SignalSource stream,
    Pair pair,
    String ideaId,
    double entryTime,
    BigDecimal quantity,
    BigDecimal entryPrice,
    BigDecimal entryFee) {}
