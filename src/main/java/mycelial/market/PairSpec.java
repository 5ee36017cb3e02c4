package mycelial.market;

import java.math.BigDecimal;

/**
 * What the exchange accepts for a pair.
 *
 * @param pair the pair
 * @param priceDecimals decimals of a price
 * @param lotDecimals decimals of a quantity
 * @param orderMinimum smallest quantity of an order, base currency
 * @param costMinimum smallest value of an order, quote currency
 * @param halfSpread half of bid-ask spread assumed where no quote carries one, as a fraction of the
 *     price
 */
public record PairSpec(
    Pair pair,
    int priceDecimals,
    int lotDecimals,
    BigDecimal orderMinimum,
    BigDecimal costMinimum,
    BigDecimal halfSpread) {}
