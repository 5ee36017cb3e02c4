package mycelial.feed.kraken;

import java.math.BigDecimal;

/**
 * A step of a pair's taker fees.
 *
 * @param volume 30-day volume from which it holds, USD
 * @param percent fee a side, percent of the order's value
 */
public record TakerFee(BigDecimal volume, BigDecimal percent) {}
