package mycelial.agent.analyst;

import java.util.Locale;
import mycelial.config.AnalystSettings;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Side;
import org.jspecify.annotations.Nullable;

/**
 * What RSI, MACD and Bollinger bands say of a bar, each for itself: RSI 14 under its oversold
 * level, or the close under the lower band, or MACD over its signal line speaks for BUY; the
 * opposite for SELL.
 */
record IndicatorVotes(@Nullable Side rsi, @Nullable Side macd, @Nullable Side bollinger) {

  static IndicatorVotes of(FeatureVector features, AnalystSettings settings) {
    return new IndicatorVotes(
        beyond(features, Feature.RSI, settings.rsiOversold(), settings.rsiOverbought()),
        macd(features),
        beyond(features, Feature.PERCENT_B, 0, 1));
  }

  private static @Nullable Side beyond(
      FeatureVector features, Feature feature, double low, double high) {
    if (!features.has(feature)) {
      return null;
    }
    double value = features.value(feature);
    if (value < low) {
      return Side.BUY;
    }
    return value > high ? Side.SELL : null;
  }

  private static @Nullable Side macd(FeatureVector features) {
    if (!features.has(Feature.MACD_HISTOGRAM_ATR)) {
      return null;
    }
    return features.value(Feature.MACD_HISTOGRAM_ATR) > 0 ? Side.BUY : Side.SELL;
  }

  int count(Side side) {
    return (rsi == side ? 1 : 0) + (macd == side ? 1 : 0) + (bollinger == side ? 1 : 0);
  }

  /**
   * The direction that at least {@code agreeing} of the three share, or null; with three voters two
   * cannot.
   */
  @Nullable Side consensus(int agreeing) {
    if (count(Side.BUY) >= agreeing) {
      return Side.BUY;
    }
    return count(Side.SELL) >= agreeing ? Side.SELL : null;
  }

  static String reason(FeatureVector features) {
    return String.format(
        Locale.ROOT,
        "RSI %s, MACD-signal/ATR %s, %%B %s",
        text(features, Feature.RSI),
        text(features, Feature.MACD_HISTOGRAM_ATR),
        text(features, Feature.PERCENT_B));
  }

  private static String text(FeatureVector features, Feature feature) {
    return features.has(feature)
        ? String.format(Locale.ROOT, "%.2f", features.value(feature))
        : "absent";
  }
}
