package mycelial.memory;

import java.util.Locale;
import mycelial.market.Condition;

/**
 * A regime of failures: in the states beyond a rank of volatility the swarm's trades of a pair and
 * direction failed, in the others they paid.
 *
 * @param newest the newest of the failures
 * @param regime what the states have in common
 * @param inside trades that were entered in them
 * @param outside trades that were entered in the others
 * @param until when it lapses, seconds since the epoch
 */
public record Caution(
    TradeRecord newest, Condition regime, Group inside, Group outside, double until) {

  /**
   * Trades taken together.
   *
   * @param trades how many
   * @param failures how many of them lost
   * @param returned what they returned together, fractions net of costs added up
   */
  public record Group(int trades, int failures, double returned) {
    static final Group NONE = new Group(0, 0, 0);

    Group with(TradeRecord trade) {
      return new Group(
          trades + 1, failures + (trade.isFailure() ? 1 : 0), returned + trade.netReturn());
    }

    Group without(Group part) {
      return new Group(trades - part.trades, failures - part.failures, returned - part.returned);
    }

    double meanReturn() {
      return returned / trades;
    }
  }

  /** Why, in words. */
  public String reason() {
    return String.format(
        Locale.ROOT,
        "%d of %d trades entered where %s %s q%.2f lost, %+.2f %% on the average; elsewhere %d of"
            + " %d, %+.2f %%",
        inside.failures,
        inside.trades,
        regime.source(),
        regime.comparison() == Condition.Comparison.ABOVE ? ">" : "<",
        regime.quantile(),
        100 * inside.meanReturn(),
        outside.failures,
        outside.trades,
        100 * outside.meanReturn());
  }
}
