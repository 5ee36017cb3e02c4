package mycelial.feed.replay;

import mycelial.market.Bar;
import org.jspecify.annotations.Nullable;

/** In what two bars of the same time differ. */
final class Differences {
  private Differences() {}

  /**
   * The first difference in words, or null. Trades that were not counted (0 beside a volume) agree
   * with any count.
   */
  static @Nullable String between(Bar one, Bar other) {
    if (one.open() != other.open()) {
      return "open " + one.open() + " and " + other.open();
    }
    if (one.high() != other.high()) {
      return "high " + one.high() + " and " + other.high();
    }
    if (one.low() != other.low()) {
      return "low " + one.low() + " and " + other.low();
    }
    if (one.close() != other.close()) {
      return "close " + one.close() + " and " + other.close();
    }
    if (one.volume() != other.volume()) {
      return "volume " + one.volume() + " and " + other.volume();
    }
    return one.trades() == other.trades() || !isCounted(one) || !isCounted(other)
        ? null
        : "trades " + one.trades() + " and " + other.trades();
  }

  /** Whether the source of a bar counts trades. */
  static boolean isCounted(Bar bar) {
    return bar.trades() > 0 || bar.volume() == 0;
  }
}
