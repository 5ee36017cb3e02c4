package mycelial.market;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The features a miner computes once a bar, over closed bars only. All but {@link #MACD} and {@link
 * #ATR} are scale-free and comparable between pairs.
 */
public enum Feature {
  /** close / close one bar ago - 1. */
  RETURN_1,
  /** close / close 5 bars ago - 1. */
  RETURN_5,
  /** close / close 15 bars ago - 1. */
  RETURN_15,
  /** close / close 60 bars ago - 1. */
  RETURN_60,
  /** Relative strength index over 14 bars (Wilder), 0 to 100. */
  RSI,
  /** MACD(12, 26) / ATR(14). */
  MACD_ATR,
  /** (MACD - its 9-bar signal line) / ATR(14). */
  MACD_HISTOGRAM_ATR,
  /**
   * Position in the Bollinger bands (20 bars, 2 deviations): 0 at the lower, 1 at the upper band.
   */
  PERCENT_B,
  /** Width of the Bollinger bands / middle band. */
  BAND_WIDTH,
  /** ATR(14) / close. */
  ATR_PRICE,
  /** (volume - mean of 20 bars) / standard deviation of 20 bars. */
  VOLUME_Z,
  /** MACD(12, 26), quote currency. */
  MACD,
  /** Average true range over 14 bars (Wilder), quote currency. */
  ATR;

  private static final Map<String, Feature> BY_KEY =
      Arrays.stream(values())
          .collect(
              Collectors.toMap(Feature::key, Function.identity(), (one, _) -> one, TreeMap::new));

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The name on the wire and in databases: lower case. */
  public String key() {
    return key;
  }

  /** The feature of that key, or null. */
  public static @Nullable Feature find(String key) {
    return BY_KEY.get(key);
  }

  /** Whether the value is comparable between pairs and price levels, so that a rule may use it. */
  public boolean isScaleFree() {
    return this != MACD && this != ATR;
  }
}
