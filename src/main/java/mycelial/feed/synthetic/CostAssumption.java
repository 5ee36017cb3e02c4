package mycelial.feed.synthetic;

import mycelial.market.PairSpec;

/**
 * What a trade is assumed to cost, so that effects can be planted as a multiple of it.
 *
 * @param slippage slippage of one side, as a fraction of the price
 * @param fee fee of one side, as a fraction of the value
 */
public record CostAssumption(double slippage, double fee) {
  /** 0.10 % slippage and 0.40 % taker fee a side. */
  public static final CostAssumption STANDARD = new CostAssumption(0.0010, 0.0040);

  /**
   * @throws IllegalArgumentException when a fraction is not between 0 and 0.1
   */
  public CostAssumption {
    requireFraction("slippage", slippage);
    requireFraction("fee", fee);
  }

  private static void requireFraction(String name, double value) {
    if (!(value >= 0 && value <= 0.1)) {
      throw new IllegalArgumentException(name + " " + value + " is not a fraction from 0 to 0.1");
    }
  }

  /** Cost of buying and selling a pair, as a fraction: 2 x (half spread + slippage + fee). */
  public double roundTrip(PairSpec pair) {
    return 2 * (pair.halfSpread().doubleValue() + slippage + fee);
  }
}
