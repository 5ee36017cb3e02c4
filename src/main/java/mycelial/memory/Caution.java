package mycelial.memory;

import java.util.Locale;
import mycelial.market.EntryVector;

/**
 * A neighbourhood of failures: the states within a radius of one in which a trade was entered that
 * failed.
 *
 * @param centre that trade
 * @param radius how far it reaches, 0 to 1
 * @param recalled remembered trades within, the centre among them
 * @param failures how many of them lost
 * @param meanReturn mean of what they returned, a fraction net of costs
 * @param until when it lapses, seconds since the epoch
 */
public record Caution(
    TradeRecord centre,
    double radius,
    int recalled,
    int failures,
    double meanReturn,
    double until) {

  /** Why, in words. */
  public String reason() {
    return String.format(
        Locale.ROOT,
        "%d of %d trades entered within %.2f of %s lost, %+.2f %% on the average",
        failures,
        recalled,
        radius,
        centre.tradeId(),
        100 * meanReturn);
  }

  /** Whether a state lies within; never where too few ranks are known. */
  public boolean covers(EntryVector state) {
    return centre.entry().distance(state) <= radius;
  }
}
