package mycelial.report.explain;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mycelial.config.AnalystSettings;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Side;
import org.jspecify.annotations.Nullable;

/** What each of an analyst's three indicators said, by the limits of its session. */
final class Indicators {
  /** An analyst's reason: the only record of the indicators of an idea that was not traded. */
  private static final Pattern REASON =
      Pattern.compile("RSI (\\S+), MACD-signal/ATR (\\S+), %B (\\S+)");

  private final OptionalDouble rsi;
  private final OptionalDouble macd;
  private final OptionalDouble percentB;
  private final String from;

  private Indicators(
      OptionalDouble rsi, OptionalDouble macd, OptionalDouble percentB, String from) {
    this.rsi = rsi;
    this.macd = macd;
    this.percentB = percentB;
    this.from = from;
  }

  /** Those of the bar, as a position keeps them. */
  static Indicators of(FeatureVector features) {
    return new Indicators(
        features.find(Feature.RSI),
        features.find(Feature.MACD_HISTOGRAM_ATR),
        features.find(Feature.PERCENT_B),
        "the position's snapshot of that bar");
  }

  /** Those that an analyst's reason names, to two decimals; nothing where it names none. */
  static Indicators of(String reason) {
    Matcher matcher = REASON.matcher(reason);
    return matcher.matches()
        ? new Indicators(
            value(matcher.group(1)),
            value(matcher.group(2)),
            value(matcher.group(3)),
            "the idea's reason, to two decimals")
        : new Indicators(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "nothing");
  }

  private static OptionalDouble value(String text) {
    return text.equals("absent")
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(text));
  }

  /** How many of the three speak for a side. */
  int votes(Side side, AnalystSettings settings) {
    int votes = beyond(rsi, settings.rsiOversold(), settings.rsiOverbought()) == side ? 1 : 0;
    votes += macd() == side ? 1 : 0;
    return votes + (beyond(percentB, 0, 1) == side ? 1 : 0);
  }

  private @Nullable Side macd() {
    if (macd.isEmpty()) {
      return null;
    }
    return macd.getAsDouble() > 0 ? Side.BUY : Side.SELL;
  }

  private static @Nullable Side beyond(OptionalDouble value, double low, double high) {
    if (value.isEmpty()) {
      return null;
    }
    if (value.getAsDouble() < low) {
      return Side.BUY;
    }
    return value.getAsDouble() > high ? Side.SELL : null;
  }

  Node node(Side side, AnalystSettings settings, String source) {
    int votes = votes(side, settings);
    return new Draft("Indicators: %d of 3 say %s".formatted(votes, side), source)
        .detail("%d of them must agree; read from %s".formatted(settings.agreeing(), from))
        .fact(
            "RSI(14)",
            words(rsi, beyond(rsi, settings.rsiOversold(), settings.rsiOverbought()))
                + String.format(
                    Locale.ROOT,
                    " (BUY under %s, SELL over %s)",
                    Texts.number(settings.rsiOversold()),
                    Texts.number(settings.rsiOverbought())))
        .fact("MACD - signal, in ATR", words(macd, macd()) + " (BUY over 0, else SELL)")
        .fact(
            "%B of the Bollinger bands",
            words(percentB, beyond(percentB, 0, 1)) + " (BUY under 0, SELL over 1)")
        .node();
  }

  private static String words(OptionalDouble value, @Nullable Side says) {
    return value.isEmpty()
        ? "absent"
        : Texts.number(value.getAsDouble()) + " says " + (says == null ? "nothing" : says);
  }
}
