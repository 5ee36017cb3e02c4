package mycelial.analysis;

import java.util.List;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the time of a bar's features; a program to run by hand, not a test. */
final class FeatureSpeed {
  private static final Logger LOG = LoggerFactory.getLogger(FeatureSpeed.class);
  private static final int BARS = 200_000;

  private FeatureSpeed() {}

  public static void main(String[] arguments) {
    List<Bar> bars = Candles.walk(BARS, 100, 1);
    for (int round = 0; round < 8; round++) {
      FeatureCalculator calculator = new FeatureCalculator(Interval.MINUTE);
      double sum = 0;
      long begin = System.nanoTime();
      for (Bar bar : bars) {
        FeatureVector features = calculator.add(bar);
        sum += features.has(Feature.RSI) ? features.value(Feature.RSI) : 0;
      }
      long nanoseconds = System.nanoTime() - begin;
      LOG.info("{} ns a bar (mean RSI {})", nanoseconds / BARS, sum / BARS);
    }
  }
}
