package mycelial.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mycelial.analysis.FeatureCalculator;
import mycelial.analysis.FeatureRanks;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Quote;

/**
 * One-minute bars of a random walk with, if planted, a cause in it: after an RSI below 30 the price
 * drifts up by 4 % over the next 30 bars.
 */
final class TestMarket {
  private static final int DRIFT_BARS = 30;
  private static final double DRIFT = 0.04 / DRIFT_BARS;
  private static final double NOISE = 0.0008;

  private final Pair pair;
  private final boolean planted;
  private final SplittableRandom random;
  private final FeatureRanks ranks = new FeatureRanks(128, 5);
  private final FeatureCalculator calculator = new FeatureCalculator(Interval.MINUTE);
  private double price = 100;
  private int drifting;

  TestMarket(Pair pair, boolean planted, long seed) {
    this.pair = pair;
    this.planted = planted;
    this.random = new SplittableRandom(seed);
  }

  /** The bar of that minute and, at its end, the price as a quote. */
  MarketObservation next(int minute) {
    double open = price;
    double close = open * (1 + NOISE * random.nextGaussian());
    if (drifting > 0) {
      drifting--;
      close *= 1 + DRIFT;
    }
    double high = Math.max(open, close) * (1 + NOISE / 4 * random.nextDouble());
    double low = Math.min(open, close) * (1 - NOISE / 4 * random.nextDouble());
    double volume = 10 + random.nextDouble();
    Bar bar =
        new Bar(60L * minute, Interval.MINUTE, open, high, low, close, volume, 1, Bar.Kind.TRADED);
    price = close;
    FeatureVector features = ranks.traded(calculator.add(bar));
    if (planted && drifting == 0 && features.has(Feature.RSI)) {
      drifting = features.value(Feature.RSI) < 30 ? DRIFT_BARS : 0;
    }
    return new MarketObservation(pair, bar, new Quote(bar.end(), close), features, false);
  }

  /** What is observed of several pairs, minute by minute. */
  static List<List<MarketObservation>> days(int days, List<Pair> pairs, boolean planted) {
    List<TestMarket> markets = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      markets.add(new TestMarket(pairs.get(i), planted, 100 + i));
    }
    List<List<MarketObservation>> minutes = new ArrayList<>();
    for (int minute = 0; minute < days * 1440; minute++) {
      int now = minute;
      minutes.add(markets.stream().map(market -> market.next(now)).toList());
    }
    return minutes;
  }
}
