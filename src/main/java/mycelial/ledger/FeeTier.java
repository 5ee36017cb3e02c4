package mycelial.ledger;

import java.math.BigDecimal;

/**
 * A step of the taker fee schedule.
 *
 * @param volume traded volume of the last 30 days from which the rate holds, quote currency
 * @param rate fee as a fraction of the order's value
 */
public record FeeTier(BigDecimal volume, BigDecimal rate) {
  /**
   * @throws IllegalArgumentException when the volume is negative or the rate is no fraction
   */
  public FeeTier {
    Checks.notNegative("volume", volume);
    Checks.fraction("rate", rate);
  }
}
