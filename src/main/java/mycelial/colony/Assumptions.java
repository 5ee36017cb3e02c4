package mycelial.colony;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import mycelial.config.Adversary;
import mycelial.config.Configuration;
import mycelial.config.FeeTier;
import mycelial.config.Haven;
import mycelial.config.ProbationSettings;
import mycelial.config.RiskSettings;
import mycelial.market.EvidenceGrade;

/** What every figure of a result rests on, in words. */
final class Assumptions {
  private Assumptions() {}

  static Map<String, String> of(SessionRequest request) {
    Configuration configuration = request.configuration();
    Map<String, String> lines = new LinkedHashMap<>();
    drill(configuration.risk(), lines);
    lines.put("trading", "paper only; no order is sent anywhere");
    lines.put("capital", configuration.trading().capital().toPlainString() + " USD in each ledger");
    lines.put(
        "size",
        configuration.trading().sizePercent().toPlainString()
            + " % of the starting capital a trade, long "
            + (configuration.trading().allowShort() ? "and short" : "only"));
    lines.put(
        "fill",
        "newest quote, half spread "
            + configuration.costs().defaultHalfSpreadPercent().toPlainString()
            + " % ("
            + spreads(configuration)
            + ") and slippage "
            + configuration.costs().slippagePercent().toPlainString()
            + " % a side");
    FeeTier first = configuration.costs().takerTiers().getFirst();
    lines.put(
        "fee",
        first.percent().toPlainString()
            + " % taker a side, less by 30-day volume tier; maker orders are not modelled");
    lines.put(
        "exits",
        String.format(
            Locale.ROOT,
            "stop %s and target %s ATR(14) times the root of the horizon in bars; opposite idea (%s);"
                + " horizon",
            configuration.trading().stopAtr(),
            configuration.trading().targetAtr(),
            configuration.trading().oppositeExit().name().toLowerCase(Locale.ROOT)));
    lines.put(
        "collision",
        "both streams, one pair and direction, timestamps at most "
            + configuration.trading().windowMillis()
            + " ms apart");
    lines.put("evidence", evidence(configuration.trading().evidence()));
    lines.put("HAVEN", haven(configuration.risk()));
    lines.put("open positions", request.flatten() ? "closed at the end" : "marked, not closed");
    return lines;
  }

  private static String evidence(EvidenceGrade weakest) {
    return switch (weakest) {
      case EXPLORATORY ->
          "every mycelial idea is traded: proven ones, and exploratory ones whose rules may be luck";
      case PROVEN ->
          "only mycelial ideas are traded that rest on proven rules; even of those some may be luck";
    };
  }

  private static void drill(RiskSettings risk, Map<String, String> lines) {
    if (risk.adversary().mode() != Adversary.NONE) {
      lines.put(
          "FIRE DRILL",
          "a losing rule with forged evidence was planted and learners believe "
              + BigDecimal.valueOf(risk.adversary().spreadPercent()).toPlainString()
              + " % of what peers claim: no figure below says anything about trading");
    }
  }

  private static String haven(RiskSettings risk) {
    if (risk.haven() == Haven.OFF) {
      return "off: the account trades like synthesized, whatever it loses";
    }
    ProbationSettings probation = risk.probation();
    return String.format(
        Locale.ROOT,
        "on, for the account only: halt at a drawdown of %s %% (open positions: %s), end at %s %%; a"
            + " pair at half size, a quarter, none from a loss of %s, %s, %s %% of one position",
        risk.maxDrawdownPercent().toPlainString(),
        risk.onHalt().name().toLowerCase(Locale.ROOT),
        risk.emergencyDrawdownPercent().toPlainString(),
        probation.halfPercent().toPlainString(),
        probation.quarterPercent().toPlainString(),
        probation.hibernationPercent().toPlainString());
  }

  private static String spreads(Configuration configuration) {
    StringBuilder text = new StringBuilder();
    configuration
        .costs()
        .halfSpreadPercent()
        .forEach((pair, percent) ->
            text.append(text.isEmpty() ? "" : ", ")
                .append(pair)
                .append(' ')
                .append(plain(percent)));
    return text.toString();
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString() + " %";
  }
}
