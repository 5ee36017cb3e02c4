package mycelial.analysis;

import java.util.OptionalDouble;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;

/**
 * Computes the features of one pair, bar by bar; used by one thread. RSI, MACD and ATR are ta4j's
 * (see {@link RecursiveIndicators} for when they speak). The windowed features are computed here
 * over the very values of the window: ta4j keeps running totals, whose rounding depends on all that
 * went before and gives a flat market a band of its own, and squares with {@code Math.pow}, which
 * may differ between machines.
 *
 * <p>A feature is absent until it has its bars (a return over n bars from bar n + 1, bands and
 * volume from bar 20) and where it is undefined: ratios to an ATR of zero, the position in bands of
 * no width, the volume score of equal volumes.
 */
public final class FeatureCalculator {
  private static final int MAXIMUM_BARS = 128;
  private static final int WINDOW_BARS = 20;
  private static final double BAND_DEVIATIONS = 2;
  private static final int LONGEST_RETURN = 60;

  private final Interval interval;
  private final BarWindow closes = new BarWindow(LONGEST_RETURN + 1);
  private final BarWindow bandCloses = new BarWindow(WINDOW_BARS);
  private final BarWindow volumes = new BarWindow(WINDOW_BARS);
  private RecursiveIndicators indicators;
  private long expectedStart = -1;

  /** A calculator for bars of that length. */
  public FeatureCalculator(Interval interval) {
    this.interval = interval;
    this.indicators = new RecursiveIndicators(interval, MAXIMUM_BARS);
  }

  /** Forgets every bar: the next one comes after a gap. */
  public void restart() {
    closes.clear();
    bandCloses.clear();
    volumes.clear();
    indicators = new RecursiveIndicators(interval, MAXIMUM_BARS);
    expectedStart = -1;
  }

  /**
   * The features at the close of the next bar.
   *
   * @throws IllegalArgumentException when the bar has another length or does not follow the one
   *     before
   */
  public FeatureVector add(Bar bar) {
    check(bar);
    expectedStart = bar.end();
    closes.add(bar.close());
    bandCloses.add(bar.close());
    volumes.add(bar.volume());
    indicators.add(bar);
    FeatureVector.Builder features = new FeatureVector.Builder();
    setReturn(features, Feature.RETURN_1, 1);
    setReturn(features, Feature.RETURN_5, 5);
    setReturn(features, Feature.RETURN_15, 15);
    setReturn(features, Feature.RETURN_60, LONGEST_RETURN);
    setIndicators(features, bar.close());
    setBands(features, bar.close());
    setVolume(features, bar.volume());
    return features.build();
  }

  private void check(Bar bar) {
    if (bar.interval() != interval) {
      throw new IllegalArgumentException(
          "a bar of " + bar.interval() + " was given to a calculator of " + interval);
    }
    if (expectedStart >= 0 && bar.start() != expectedStart) {
      throw new IllegalArgumentException(
          "the bar at "
              + bar.start()
              + " does not follow the one that ended at "
              + expectedStart
              + ": call restart() after a gap");
    }
  }

  private void setReturn(FeatureVector.Builder features, Feature feature, int bars) {
    if (closes.reaches(bars)) {
      features.set(feature, closes.back(0) / closes.back(bars) - 1);
    }
  }

  private void setIndicators(FeatureVector.Builder features, double close) {
    indicators.rsi().ifPresent(value -> features.set(Feature.RSI, value));
    OptionalDouble macd = indicators.macd();
    macd.ifPresent(value -> features.set(Feature.MACD, value));
    if (indicators.atr().isEmpty()) {
      return;
    }
    double atr = indicators.atr().getAsDouble();
    features.set(Feature.ATR, atr).set(Feature.ATR_PRICE, atr / close);
    if (macd.isPresent() && atr > 0) {
      features.set(Feature.MACD_ATR, macd.getAsDouble() / atr);
      indicators
          .signal()
          .ifPresent(
              line -> features.set(Feature.MACD_HISTOGRAM_ATR, (macd.getAsDouble() - line) / atr));
    }
  }

  /** Bollinger's bands ("Bollinger on Bollinger Bands", 2001). */
  private void setBands(FeatureVector.Builder features, double close) {
    if (!bandCloses.isFull()) {
      return;
    }
    double middle = bandCloses.mean();
    double half = BAND_DEVIATIONS * bandCloses.deviation(middle);
    features.set(Feature.BAND_WIDTH, 2 * half / middle);
    if (half > 0) {
      features.set(Feature.PERCENT_B, (close - (middle - half)) / (2 * half));
    }
  }

  private void setVolume(FeatureVector.Builder features, double volume) {
    if (!volumes.isFull()) {
      return;
    }
    double mean = volumes.mean();
    double deviation = volumes.deviation(mean);
    if (deviation > 0) {
      features.set(Feature.VOLUME_Z, (volume - mean) / deviation);
    }
  }
}
