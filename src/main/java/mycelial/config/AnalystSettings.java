package mycelial.config;

import java.util.List;
import mycelial.market.Pair;
import mycelial.market.StrategyType;

/**
 * The technical analysts, whose ideas are the baseline stream.
 *
 * @param bootstrap pairs that have an analyst from the first instant on
 * @param pairs further pairs with an analyst from the first instant on, which may be retired
 * @param maximum most analysts at any time
 * @param horizonMinutes horizon of an analyst's idea, minutes
 * @param strategyType type of an analyst's idea
 * @param rsiOversold RSI below which a pair counts as oversold, 0 to 100
 * @param rsiOverbought RSI above which a pair counts as overbought, 0 to 100
 * @param agreeing how many of RSI, MACD and Bollinger bands must agree for an idea
 */
public record AnalystSettings(
    List<Pair> bootstrap,
    List<Pair> pairs,
    int maximum,
    int horizonMinutes,
    StrategyType strategyType,
    double rsiOversold,
    double rsiOverbought,
    int agreeing) {
  private static final List<String> BOOTSTRAP = List.of("XXBTZUSD", "XETHZUSD");

  /** Copies the lists. */
  public AnalystSettings {
    bootstrap = List.copyOf(bootstrap);
    pairs = List.copyOf(pairs);
  }

  static AnalystSettings read(Section in, PairTable table) {
    var settings =
        new AnalystSettings(
            table.resolve(in, "bootstrap", in.names("bootstrap", table.known(BOOTSTRAP))),
            table.resolve(in, "pairs", in.names("pairs", List.of())),
            in.integer("maximum", 15, 0, 1000),
            in.integer("horizon-minutes", 60, 1, 10_080),
            in.choice("strategy-type", StrategyType.GENERIC),
            in.real("rsi-oversold", 30, 0, 100),
            in.real("rsi-overbought", 70, 0, 100),
            in.integer("agreeing", 2, 1, 3));
    settings.check(in);
    return settings;
  }

  private void check(Section in) {
    List<Pair> twice = pairs.stream().filter(bootstrap::contains).toList();
    in.check(
        twice.isEmpty(), "pairs", twice + " already in analysts.bootstrap; name each pair once");
    int analysts = bootstrap.size() + pairs.size();
    in.check(
        analysts <= maximum,
        "maximum",
        maximum + " is less than the " + analysts + " analysts of bootstrap and pairs together");
    in.check(
        rsiOversold < rsiOverbought,
        "rsi-oversold",
        Numbers.plain(rsiOversold)
            + " is not below analysts.rsi-overbought, "
            + Numbers.plain(rsiOverbought));
    in.check(
        horizonMinutes <= strategyType.maxHoldMinutes(),
        "horizon-minutes",
        horizonMinutes
            + " is more than the "
            + strategyType.maxHoldMinutes()
            + " minutes that strategy type "
            + ChoiceKind.label(strategyType)
            + " may hold a position");
  }
}
