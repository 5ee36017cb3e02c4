package mycelial.market;

/**
 * A price at which the market stood at one instant.
 *
 * @param time when it became known, seconds since the epoch
 * @param mid middle of bid and ask, quote currency
 */
public record Quote(double time, double mid) {
  /**
   * @throws IllegalArgumentException when the time or the price is not a usable number
   */
  public Quote {
    if (!(time >= 0) || Double.isInfinite(time)) {
      throw new IllegalArgumentException("quote time " + time + " is not a time");
    }
    if (!(mid > 0) || Double.isInfinite(mid)) {
      throw new IllegalArgumentException("quote " + mid + " is not a price above zero");
    }
  }
}
