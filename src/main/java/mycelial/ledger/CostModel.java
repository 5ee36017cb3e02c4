package mycelial.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import mycelial.market.PairSpec;
import mycelial.market.Side;

/**
 * What trading costs: half the spread, slippage and the taker fee. Maker orders are not modelled.
 * Pure and safe to share between threads.
 *
 * @param slippage how much worse than the best price an order fills, as a fraction of the price
 * @param tiers taker fees by volume, ascending, beginning at volume 0
 */
public record CostModel(BigDecimal slippage, List<FeeTier> tiers) {
  /** Decimals of a fee, quote currency. */
  private static final int FEE_DECIMALS = 8;

  /**
   * @throws IllegalArgumentException when the slippage is no fraction or the tiers do not ascend
   *     from 0
   */
  public CostModel {
    Checks.fraction("slippage", slippage);
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty() || tiers.getFirst().volume().signum() != 0) {
      throw new IllegalArgumentException("the fee tiers must begin at volume 0: " + tiers);
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).volume().compareTo(tiers.get(i - 1).volume()) <= 0) {
        throw new IllegalArgumentException(
            "fee tier at volume " + tiers.get(i).volume() + " does not ascend");
      }
    }
  }

  /**
   * The price paid or received: mid × (1 ± (half spread + slippage)), rounded to the pair's price
   * decimals against the trader, up for a buy and down for a sell, and never below one tick.
   */
  public BigDecimal fillPrice(Side side, BigDecimal mid, PairSpec spec) {
    BigDecimal worse = mid.multiply(spec.halfSpread().add(slippage));
    BigDecimal price = side == Side.BUY ? mid.add(worse) : mid.subtract(worse);
    RoundingMode against = side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR;
    return Money.atLeastOneTick(
        price.setScale(spec.priceDecimals(), against), spec.priceDecimals());
  }

  /** The fee rate at a traded volume of the last 30 days, which excludes the order itself. */
  public BigDecimal feeRate(BigDecimal volume) {
    BigDecimal rate = tiers.getFirst().rate();
    for (FeeTier tier : tiers) {
      if (volume.compareTo(tier.volume()) < 0) {
        break;
      }
      rate = tier.rate();
    }
    return rate;
  }

  /** The fee of an order, quote currency: its value × rate, rounded half up to 8 decimals. */
  public BigDecimal fee(BigDecimal notional, BigDecimal rate) {
    return notional.multiply(rate).setScale(FEE_DECIMALS, RoundingMode.HALF_UP);
  }

  /**
   * Return of a round trip as a fraction of the entry's value, after half spreads, slippage and
   * both fees; the double counterpart of a ledger's trade without the rounding to ticks, for
   * virtual trades.
   *
   * @param side direction of the position
   * @param entryMid price at the entry, before costs
   * @param exitMid price at the exit, before costs
   * @param halfSpread of the pair, a fraction of the price
   * @param feeRate taker fee a side, a fraction of the value
   * @throws IllegalArgumentException when a price is not above zero
   */
  public double netReturn(
      Side side, double entryMid, double exitMid, double halfSpread, double feeRate) {
    Checks.price("entryMid", entryMid);
    Checks.price("exitMid", exitMid);
    double worse = side.sign() * (halfSpread + slippage.doubleValue());
    double change = exitMid * (1 - worse) / (entryMid * (1 + worse));
    return side.sign() * (change - 1) - feeRate * (1 + change);
  }
}
