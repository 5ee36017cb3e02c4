package mycelial.stub;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes of good candles what a broken exchange might tell. Stateless. */
final class Spoiler {
  private static final int DAY = 86_400;
  private static final int OFF = 7;
  private static final int SPIKE = 20;

  private Spoiler() {}

  /**
   * Spoils the candles of an answer.
   *
   * @param candles in time order, the running one last
   * @param unit one quote currency in ticks
   */
  static List<Candle> rows(StubFault.Kind kind, List<Candle> candles, long unit) {
    if (candles.size() < 2) {
      return candles;
    }
    List<Candle> spoilt = new ArrayList<>(candles);
    int last = spoilt.size() - 2;
    Candle closed = spoilt.get(last);
    switch (kind) {
      case DUPLICATE -> spoilt.add(last, closed);
      case CONFLICT -> spoilt.add(last, one(StubFault.Kind.CONFLICT, closed, unit));
      case REORDERED -> Collections.reverse(spoilt);
      case MISSING -> spoilt.remove(last);
      case FORMING_ONLY -> spoilt.subList(0, last + 1).clear();
      case MILLISECONDS -> spoilt.replaceAll(candle -> moved(candle, 999 * candle.start()));
      default -> spoilt.set(last, one(kind, closed, unit));
    }
    return spoilt;
  }

  /** What is told over WebSocket instead of one candle: nothing, one or two. */
  static List<Candle> update(StubFault.Kind kind, Candle candle, int length, long unit) {
    return switch (kind) {
      case MISSING -> List.of();
      case DUPLICATE -> List.of(candle, candle);
      case CONFLICT -> List.of(candle, one(kind, candle, unit));
      case REORDERED -> List.of(candle, moved(candle, -length));
      default -> List.of(one(kind, candle, unit));
    };
  }

  private static Candle one(StubFault.Kind kind, Candle candle, long unit) {
    return switch (kind) {
      case NEGATIVE_PRICE -> priced(candle, candle.high(), -unit, -unit);
      case HIGH_BELOW_LOW -> priced(candle, candle.low() / 2, candle.low(), candle.close());
      case CONFLICT -> priced(candle, candle.high() + 9, candle.low() + 9, candle.close() + 9);
      case SPIKE -> priced(candle, candle.high() * SPIKE, candle.low(), candle.close() * SPIKE);
      case FUTURE -> moved(candle, DAY);
      case OFF_GRID -> moved(candle, OFF);
      default -> candle;
    };
  }

  private static Candle priced(Candle candle, long high, long low, long close) {
    long open = Math.max(low, Math.min(high, candle.open()));
    return new Candle(
        candle.start(), open, high, low, close, candle.units(), candle.count(), candle.value());
  }

  private static Candle moved(Candle candle, long seconds) {
    return new Candle(
        candle.start() + seconds,
        candle.open(),
        candle.high(),
        candle.low(),
        candle.close(),
        candle.units(),
        candle.count(),
        candle.value());
  }
}
