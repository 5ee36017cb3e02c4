package mycelial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.bollinger.PercentBIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.DoubleNumFactory;

final class FeatureCalculatorTest {
  private static final int BARS = 5000;

  @Test
  void equalsUnboundedTa4jOnRealCandles() throws IOException {
    Optional<List<Bar>> real = Candles.real("XBTUSD_1.csv", BARS);
    assumeTrue(real.isPresent(), "the recorded candles are not beside the project");
    List<Bar> bars = real.orElseThrow();
    assertThat(bars).hasSizeGreaterThan(1000);
    compareWithUnboundedTa4j(bars);
    compareWithFormulas(bars);
  }

  @Test
  void equalsUnboundedTa4jOverFiveThousandBars() {
    compareWithUnboundedTa4j(Candles.walk(BARS, 50_000, 1));
  }

  @Test
  void equalsTheFormulasOverFiveThousandBars() {
    compareWithFormulas(Candles.walk(BARS, 50_000, 2));
  }

  @Test
  void equalsTheFormulasForAPriceOfMillionths() {
    compareWithFormulas(Candles.walk(500, 2e-6, 3));
  }

  @Test
  void theScaleOfPricesDoesNotMatterToAnalysis() {
    List<Bar> bars = Candles.walk(300, 1, 4);
    FeatureVector plain = last(bars);
    FeatureVector tiny = last(bars.stream().map(bar -> Candles.scaled(bar, 1e-6)).toList());
    for (Feature feature : Feature.values()) {
      if (feature.isScaleFree()) {
        assertThat(tiny.value(feature))
            .as(feature.key())
            .isCloseTo(plain.value(feature), within(1e-6 * Math.abs(plain.value(feature)) + 1e-9));
      }
    }
  }

  @Test
  void aFeatureSpeaksFromItsBarOn() {
    Map<Feature, Integer> first = new EnumMap<>(Feature.class);
    FeatureCalculator calculator = new FeatureCalculator(Interval.MINUTE);
    int count = 0;
    for (Bar bar : Candles.walk(100, 10, 5)) {
      count++;
      FeatureVector features = calculator.add(bar);
      for (Feature feature : Feature.values()) {
        if (features.has(feature)) {
          first.putIfAbsent(feature, count);
        }
      }
    }
    Map<Feature, Integer> expected = new EnumMap<>(Feature.class);
    expected.put(Feature.RETURN_1, 2);
    expected.put(Feature.RETURN_5, 6);
    expected.put(Feature.RETURN_15, 16);
    expected.put(Feature.RETURN_60, 61);
    expected.put(Feature.RSI, 29);
    expected.put(Feature.ATR, 29);
    expected.put(Feature.ATR_PRICE, 29);
    expected.put(Feature.MACD, 53);
    expected.put(Feature.MACD_ATR, 53);
    expected.put(Feature.MACD_HISTOGRAM_ATR, 62);
    expected.put(Feature.PERCENT_B, 20);
    expected.put(Feature.BAND_WIDTH, 20);
    expected.put(Feature.VOLUME_Z, 20);
    assertThat(first).isEqualTo(expected);
  }

  @Test
  void whatIsUndefinedInAFlatMarketIsAbsent() {
    FeatureCalculator calculator = new FeatureCalculator(Interval.MINUTE);
    FeatureVector features = FeatureVector.EMPTY;
    for (int i = 0; i < 100; i++) {
      features = calculator.add(Bar.quiet(60L * i, Interval.MINUTE, 0.1));
    }
    for (Feature feature :
        List.of(
            Feature.RSI,
            Feature.MACD_ATR,
            Feature.MACD_HISTOGRAM_ATR,
            Feature.PERCENT_B,
            Feature.VOLUME_Z)) {
      assertThat(features.has(feature)).as(feature.key()).isFalse();
    }
    assertThat(features.value(Feature.BAND_WIDTH)).isZero();
    assertThat(features.value(Feature.ATR)).isZero();
  }

  @Test
  void aQuietHourAfterAMovingMarketHasNoBands() {
    List<Bar> bars = new ArrayList<>(Candles.walk(200, 0.3, 6));
    double close = bars.getLast().close();
    for (int i = 200; i < 220; i++) {
      bars.add(Bar.quiet(60L * i, Interval.MINUTE, close));
    }
    FeatureVector features = last(bars);
    assertThat(features.has(Feature.PERCENT_B)).isFalse();
    assertThat(features.has(Feature.VOLUME_Z)).isFalse();
    assertThat(features.has(Feature.RSI)).isTrue();
  }

  @Test
  void aRestartForgetsEverything() {
    List<Bar> bars = Candles.walk(400, 10, 7);
    FeatureCalculator restarted = new FeatureCalculator(Interval.MINUTE);
    bars.subList(0, 150).forEach(restarted::add);
    restarted.restart();
    FeatureCalculator fresh = new FeatureCalculator(Interval.MINUTE);
    for (Bar bar : bars.subList(200, 400)) {
      assertThat(restarted.add(bar)).isEqualTo(fresh.add(bar));
    }
  }

  @Test
  void refusesABarThatDoesNotFollow() {
    List<Bar> bars = Candles.walk(3, 10, 8);
    FeatureCalculator calculator = new FeatureCalculator(Interval.MINUTE);
    calculator.add(bars.getFirst());
    assertThatThrownBy(() -> calculator.add(bars.getLast()))
        .hasMessageContaining("call restart() after a gap");
    assertThatThrownBy(() -> calculator.add(bars.getFirst())).hasMessageContaining("follow");
    assertThatThrownBy(() -> new FeatureCalculator(Interval.HOUR).add(bars.getFirst()))
        .hasMessageContaining("HOUR");
  }

  private static FeatureVector last(List<Bar> bars) {
    FeatureCalculator calculator = new FeatureCalculator(Interval.MINUTE);
    FeatureVector features = FeatureVector.EMPTY;
    for (Bar bar : bars) {
      features = calculator.add(bar);
    }
    return features;
  }

  private static void compareWithUnboundedTa4j(List<Bar> bars) {
    BarSeries series =
        new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
    bars.forEach(bar -> series.addBar(convert(bar)));
    ClosePriceIndicator close = new ClosePriceIndicator(series);
    RSIIndicator rsi = new RSIIndicator(close, 14);
    MACDIndicator macd = new MACDIndicator(close, 12, 26);
    var signal = macd.getSignalLine(9);
    ATRIndicator atr = new ATRIndicator(series, 14);
    PercentBIndicator percentB = new PercentBIndicator(close, 20, 2);
    FeatureCalculator calculator = new FeatureCalculator(Interval.MINUTE);
    for (int i = 0; i < bars.size(); i++) {
      FeatureVector features = calculator.add(bars.get(i));
      if (i < 61) {
        continue;
      }
      double range = atr.getValue(i).doubleValue();
      double difference = macd.getValue(i).doubleValue();
      close(features, Feature.RSI, rsi.getValue(i).doubleValue());
      close(features, Feature.ATR, range);
      close(features, Feature.MACD, difference);
      close(features, Feature.MACD_ATR, difference / range);
      close(
          features,
          Feature.MACD_HISTOGRAM_ATR,
          (difference - signal.getValue(i).doubleValue()) / range);
      assertThat(features.value(Feature.PERCENT_B))
          .isCloseTo(percentB.getValue(i).doubleValue(), within(1e-6));
    }
  }

  private static void compareWithFormulas(List<Bar> bars) {
    NaiveFeatures naive = new NaiveFeatures(bars);
    FeatureCalculator calculator = new FeatureCalculator(Interval.MINUTE);
    for (int i = 0; i < bars.size(); i++) {
      FeatureVector features = calculator.add(bars.get(i));
      if (i < 61 || i % 97 != 0) {
        continue;
      }
      close(features, Feature.RETURN_1, naive.rateOfReturn(i, 1));
      close(features, Feature.RETURN_60, naive.rateOfReturn(i, 60));
      close(features, Feature.RSI, naive.rsi(i));
      close(features, Feature.ATR, naive.atr(i));
      close(features, Feature.ATR_PRICE, naive.atr(i) / bars.get(i).close());
      close(features, Feature.MACD, naive.macd(i));
      close(features, Feature.MACD_ATR, naive.macd(i) / naive.atr(i));
      double histogram = naive.macd(i) - naive.signal(i);
      close(features, Feature.MACD_HISTOGRAM_ATR, histogram / naive.atr(i));
      double middle = naive.mean(i, Bar::close);
      double deviation = naive.deviation(i, Bar::close);
      close(features, Feature.BAND_WIDTH, 4 * deviation / middle);
      double below = bars.get(i).close() - middle + 2 * deviation;
      close(features, Feature.PERCENT_B, below / (4 * deviation));
      double score =
          (bars.get(i).volume() - naive.mean(i, Bar::volume)) / naive.deviation(i, Bar::volume);
      close(features, Feature.VOLUME_Z, score);
    }
  }

  /** Within 1e-9, relative to the value where it is larger than one. */
  private static void close(FeatureVector features, Feature feature, double expected) {
    assertThat(features.value(feature))
        .as(feature.key())
        .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
  }

  private static BaseBar convert(Bar bar) {
    Duration length = Duration.ofMinutes(1);
    Instant end = Instant.ofEpochSecond(bar.end());
    DoubleNum volume = DoubleNum.valueOf(bar.volume());
    return new BaseBar(
        length,
        end.minus(length),
        end,
        DoubleNum.valueOf(bar.open()),
        DoubleNum.valueOf(bar.high()),
        DoubleNum.valueOf(bar.low()),
        DoubleNum.valueOf(bar.close()),
        volume,
        volume,
        0);
  }
}
