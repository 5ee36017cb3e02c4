package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import mycelial.ledger.ExitRules;
import mycelial.market.Bar;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.market.Side;

/**
 * A market made for retests: on every bar RSI has a rank of its own, drawn, and volume always
 * stands at 0.9. After a rank below 0.05 the price rises by a planted amount over 10 bars, if one
 * is planted.
 */
final class TestHistory {
  private static final double NOISE = 0.001;
  private static final int RISING = 10;

  private TestHistory() {}

  static RetestSettings settings(double maximumP) {
    Map<Pair, Double> spreads = new TreeMap<>();
    spreads.put(BITCOIN, 0.0005);
    return new RetestSettings(
        2000, 20, 99, 5, maximumP, Interval.MINUTE, TestBrains.COSTS, spreads, new ExitRules(3, 6));
  }

  /** RSI below 0.05 while volume is above its median; holds for ten minutes. */
  static Rule rule(Side side) {
    return new Rule(
        "r7-1",
        BITCOIN,
        side,
        10,
        List.of(
            new Condition(BITCOIN, Feature.RSI, Comparison.BELOW, 0.05),
            new Condition(BITCOIN, Feature.VOLUME_Z, Comparison.ABOVE, 0.5)),
        0,
        null);
  }

  /** Bars from time 0 on; the rise is a fraction, all of it together. */
  static MarketHistory of(int bars, double rise, long seed) {
    MarketHistory history = new MarketHistory(2000, Interval.MINUTE);
    SplittableRandom random = new SplittableRandom(seed);
    double price = 100;
    int rising = 0;
    for (int i = 0; i < bars; i++) {
      double open = price;
      price *= 1 + NOISE * random.nextGaussian() + (rising > 0 ? rise / RISING : 0);
      rising--;
      double rank = StrictMath.rint(1000 * random.nextDouble()) / 1000;
      rising = rank < 0.05 ? RISING : rising;
      history.observe(seen(i, open, price, rank));
    }
    return history;
  }

  static MarketObservation seen(int minute, double open, double close, double rank) {
    Bar bar =
        new Bar(
            60L * minute,
            Interval.MINUTE,
            open,
            Math.max(open, close) * 1.0001,
            Math.min(open, close) * 0.9999,
            close,
            10,
            1,
            Bar.Kind.TRADED);
    return new MarketObservation(
        BITCOIN, bar, new Quote(bar.end(), close), features(rank, close / 500), false);
  }

  static FeatureVector features(double rank, double atr) {
    return new FeatureVector.Builder()
        .set(Feature.RSI, 50)
        .rank(Feature.RSI, rank)
        .set(Feature.VOLUME_Z, 1)
        .rank(Feature.VOLUME_Z, 0.9)
        .set(Feature.ATR, atr)
        .build();
  }
}
