package mycelial.colony;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.config.Configuration;
import mycelial.config.LearningSettings;
import mycelial.config.ResearchSettings;
import mycelial.config.TradingSettings;
import mycelial.learning.BrainSettings;
import mycelial.learning.RetestSettings;
import mycelial.learning.Search;
import mycelial.ledger.CostModel;
import mycelial.ledger.ExitRules;
import mycelial.ledger.FeeTier;
import mycelial.ledger.Ledger;
import mycelial.ledger.LedgerSettings;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.market.PairSpec;
import mycelial.market.SignalSource;

/**
 * Turns the configured costs and exits into ledgers, and into the same costs and exits for virtual
 * trades.
 */
final class LedgerFactory {
  private final Configuration configuration;
  private final Interval interval;
  private final LedgerSettings settings;

  LedgerFactory(Configuration configuration, Interval interval) {
    this.configuration = configuration;
    this.interval = interval;
    TradingSettings trading = configuration.trading();
    List<FeeTier> tiers =
        configuration.costs().takerTiers().stream()
            .map(tier -> new FeeTier(tier.volume(), fraction(tier.percent())))
            .toList();
    this.settings =
        new LedgerSettings(
            trading.capital(),
            fraction(trading.sizePercent()),
            trading.allowShort(),
            new CostModel(fraction(configuration.costs().slippagePercent()), tiers),
            new ExitRules(trading.stopAtr(), trading.targetAtr()),
            interval);
  }

  private static BigDecimal fraction(BigDecimal percent) {
    return percent.movePointLeft(2);
  }

  Ledger ledger(SignalSource source, String idPrefix) {
    return new Ledger(source, idPrefix, settings, configuration.specs());
  }

  /** Value of a position of full size, quote currency. */
  BigDecimal positionSize() {
    return settings.capital().multiply(settings.sizeFraction());
  }

  BrainSettings brainSettings(int agentId, Moat moat, List<Pair> watched) {
    LearningSettings learning = configuration.learning();
    return new BrainSettings(
        agentId,
        moat,
        watched,
        learning.population(),
        learning.minimumOutcomes(),
        learning.minimumTStatistic(),
        learning.decayPercentPer10Minutes(),
        learning.minimumVoteValue(),
        new Search(learning.lookBackBars(), learning.insightEveryBars(), learning.evolution()),
        interval,
        settings.costs(),
        halfSpreads(),
        settings.exits());
  }

  RetestSettings retestSettings(int historyBars, int blockBars) {
    ResearchSettings research = configuration.research();
    return new RetestSettings(
        historyBars,
        blockBars,
        research.permutations(),
        research.minimumOutcomes(),
        research.maximumP(),
        interval,
        settings.costs(),
        halfSpreads(),
        settings.exits());
  }

  private Map<Pair, Double> halfSpreads() {
    Map<Pair, Double> halfSpreads = new TreeMap<>();
    for (PairSpec spec : configuration.specs().values()) {
      halfSpreads.put(spec.pair(), spec.halfSpread().doubleValue());
    }
    return halfSpreads;
  }
}
