package mycelial.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import mycelial.market.Bar;
import mycelial.market.Interval;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/**
 * ta4j's indicators with memory (RSI and ATR by Wilder, "New Concepts in Technical Trading
 * Systems", 1978; MACD by Appel, 1979) over a bounded series. A value depends on the cached value
 * before it, so every indicator is asked once a bar: then nothing that the series has dropped is
 * ever needed.
 *
 * <p>ta4j calls {@code getCountOfUnstableBars()} bars unstable and then starts its averages from a
 * single value (the first RSI after them is always 0 or 100), so each indicator is given one more
 * period: RSI and ATR speak from bar 29, MACD from bar 53, its signal line from bar 62.
 */
final class RecursiveIndicators {
  static final int RSI_BARS = 14;
  static final int ATR_BARS = 14;
  static final int MACD_SHORT_BARS = 12;
  static final int MACD_LONG_BARS = 26;
  static final int SIGNAL_BARS = 9;

  private final Duration length;
  private final BarSeries series;
  private final Warm rsi;
  private final Warm atr;
  private final Warm macd;
  private final Warm signal;
  private boolean moved;

  RecursiveIndicators(Interval interval, int maximumBars) {
    length = Duration.ofSeconds(interval.seconds());
    series =
        new BaseBarSeriesBuilder()
            .withNumFactory(DoubleNumFactory.getInstance())
            .withMaxBarCount(maximumBars)
            .build();
    ClosePriceIndicator close = new ClosePriceIndicator(series);
    RSIIndicator strength = new RSIIndicator(close, RSI_BARS);
    ATRIndicator range = new ATRIndicator(series, ATR_BARS);
    MACDIndicator difference = new MACDIndicator(close, MACD_SHORT_BARS, MACD_LONG_BARS);
    EMAIndicator signalLine = difference.getSignalLine(SIGNAL_BARS);
    rsi = new Warm(strength, strength.getCountOfUnstableBars() + RSI_BARS);
    atr = new Warm(range, range.getCountOfUnstableBars() + ATR_BARS);
    int macdWarm = difference.getCountOfUnstableBars() + MACD_LONG_BARS;
    macd = new Warm(difference, macdWarm);
    signal = new Warm(signalLine, macdWarm + SIGNAL_BARS);
  }

  /** Adds the next bar and brings every indicator up to it. */
  void add(Bar bar) {
    int index = series.getEndIndex() + 1;
    Num close = DoubleNum.valueOf(bar.close());
    if (index >= RSI_BARS && series.getLastBar().getClosePrice().doubleValue() != bar.close()) {
      moved = true;
    }
    Instant end = Instant.ofEpochSecond(bar.end());
    Num volume = DoubleNum.valueOf(bar.volume());
    series.addBar(
        new BaseBar(
            length,
            end.minus(length),
            end,
            DoubleNum.valueOf(bar.open()),
            DoubleNum.valueOf(bar.high()),
            DoubleNum.valueOf(bar.low()),
            close,
            volume,
            DoubleNum.valueOf(bar.volume() * bar.close()),
            bar.trades()));
    rsi.update(index);
    atr.update(index);
    macd.update(index);
    signal.update(index);
  }

  /** RSI, 0 to 100; absent while no close has moved: there 0 / 0 is undefined, ta4j says 0. */
  OptionalDouble rsi() {
    return moved ? rsi.value() : OptionalDouble.empty();
  }

  /** ATR, quote currency. */
  OptionalDouble atr() {
    return atr.value();
  }

  /** MACD, quote currency. */
  OptionalDouble macd() {
    return macd.value();
  }

  /** The MACD's signal line, quote currency. */
  OptionalDouble signal() {
    return signal.value();
  }

  /** An indicator with the index of the first bar at which it may speak. */
  private static final class Warm {
    private final Indicator<Num> indicator;
    private final int firstIndex;
    private double value = Double.NaN;
    private boolean warm;

    Warm(Indicator<Num> indicator, int firstIndex) {
      this.indicator = indicator;
      this.firstIndex = firstIndex;
    }

    void update(int index) {
      value = indicator.getValue(index).doubleValue();
      warm = index >= firstIndex;
    }

    OptionalDouble value() {
      return warm && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
  }
}
