package mycelial.config;

import java.math.BigDecimal;

/**
 * A step of the exchange's fee table.
 *
 * @param volume rolling 30-day volume from which the step holds, USD
 * @param percent fee a side, percent of the order's value
 */
public record FeeTier(BigDecimal volume, BigDecimal percent) {}
