package mycelial.config;

import java.math.BigDecimal;
import mycelial.market.EvidenceGrade;

/**
 * How ideas become trades.
 *
 * @param capital starting capital of each ledger, USD
 * @param sizePercent size of a trade, percent of the starting capital
 * @param evidence weakest grade of a mycelial idea that may be traded
 * @param windowMillis two ideas this close together collide, milliseconds, boundary included
 * @param nearMissMillis two ideas this close together are a near miss, milliseconds
 * @param allowShort whether a sell may open a position
 * @param staleSeconds age of the newest quote beyond which no order fills, seconds
 * @param oppositeExit which opposite ideas close a synthesized position
 * @param stopAtr distance of the stop, average true ranges times the root of the horizon in bars
 * @param targetAtr distance of the target, same unit
 */
public record TradingSettings(
    BigDecimal capital,
    BigDecimal sizePercent,
    EvidenceGrade evidence,
    int windowMillis,
    int nearMissMillis,
    boolean allowShort,
    int staleSeconds,
    OppositeExit oppositeExit,
    double stopAtr,
    double targetAtr) {

  static TradingSettings read(Section in) {
    var settings =
        new TradingSettings(
            in.decimal("capital", "10000", "1", "1000000000"),
            in.decimal("size-percent", "5", "0.1", "100"),
            in.choice("evidence", EvidenceGrade.EXPLORATORY),
            in.integer("window-millis", 5000, 1, 60_000),
            in.integer("near-miss-millis", 60_000, 1, 3_600_000),
            in.flag("allow-short", false),
            in.integer("stale-seconds", 30, 1, 86_400),
            in.choice("opposite-exit", OppositeExit.EITHER),
            in.real("stop-atr", 3, 0.1, 100),
            in.real("target-atr", 6, 0.1, 100));
    in.check(
        settings.windowMillis <= settings.nearMissMillis,
        "near-miss-millis",
        settings.nearMissMillis + " is less than trading.window-millis, " + settings.windowMillis);
    return settings;
  }
}
