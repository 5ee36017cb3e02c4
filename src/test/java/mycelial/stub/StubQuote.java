package mycelial.stub;

import mycelial.market.Pair;

/**
 * What the stub holds a pair to be worth from one instant on, until it says otherwise.
 *
 * @param time since when, seconds since the epoch
 * @param pair the pair
 * @param bid best bid, quote currency
 * @param ask best ask
 */
public record StubQuote(double time, Pair pair, double bid, double ask) {
  /** Middle of bid and ask. */
  public double mid() {
    return (bid + ask) / 2;
  }
}
