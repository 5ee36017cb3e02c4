package mycelial.analysis;

import java.util.List;
import java.util.function.ToDoubleFunction;
import mycelial.market.Bar;

/** The features by their textbook formulas, each from all bars up to an index: slow and obvious. */
final class NaiveFeatures {
  private final List<Bar> bars;

  NaiveFeatures(List<Bar> bars) {
    this.bars = bars;
  }

  private double close(int index) {
    return bars.get(index).close();
  }

  double rateOfReturn(int index, int back) {
    return close(index) / close(index - back) - 1;
  }

  /** Wilder's averages of gains and losses, each begun with the change of bar 14. */
  double rsi(int index) {
    double gain = Math.max(0, close(14) - close(13));
    double loss = Math.max(0, close(13) - close(14));
    for (int i = 15; i <= index; i++) {
      double change = close(i) - close(i - 1);
      gain += (Math.max(0, change) - gain) / 14;
      loss += (Math.max(0, -change) - loss) / 14;
    }
    return 100 * gain / (gain + loss);
  }

  /** Wilder's average of true ranges, begun with the range of bar 14. */
  double atr(int index) {
    double average = trueRange(14);
    for (int i = 15; i <= index; i++) {
      average += (trueRange(i) - average) / 14;
    }
    return average;
  }

  private double trueRange(int index) {
    Bar bar = bars.get(index);
    double before = close(index - 1);
    return Math.max(
        bar.high() - bar.low(),
        Math.max(Math.abs(bar.high() - before), Math.abs(bar.low() - before)));
  }

  /** Exponential average begun with the close at the index of its length. */
  private double exponential(int index, int length) {
    double average = close(length);
    for (int i = length + 1; i <= index; i++) {
      average += (close(i) - average) * 2 / (length + 1);
    }
    return average;
  }

  double macd(int index) {
    return exponential(index, 12) - exponential(index, 26);
  }

  double signal(int index) {
    double shorter = exponential(26, 12);
    double longer = exponential(26, 26);
    double signal = shorter - longer;
    for (int i = 27; i <= index; i++) {
      shorter += (close(i) - shorter) * 2 / 13;
      longer += (close(i) - longer) * 2 / 27;
      signal += (shorter - longer - signal) * 0.2;
    }
    return signal;
  }

  double mean(int index, ToDoubleFunction<Bar> of) {
    return bars.subList(index - 19, index + 1).stream().mapToDouble(of).sum() / 20;
  }

  double deviation(int index, ToDoubleFunction<Bar> of) {
    double mean = mean(index, of);
    double squares = 0;
    for (Bar bar : bars.subList(index - 19, index + 1)) {
      squares += (of.applyAsDouble(bar) - mean) * (of.applyAsDouble(bar) - mean);
    }
    return Math.sqrt(squares / 20);
  }
}
