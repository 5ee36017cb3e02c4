package mycelial.learning;

import java.math.BigDecimal;
import java.util.Map;
import mycelial.ledger.CostModel;
import mycelial.ledger.EntryTerms;
import mycelial.ledger.ExitPlan;
import mycelial.ledger.ExitRules;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Quote;

/**
 * Plans virtual trades and says what they earn, with the very functions of the ledgers. A virtual
 * trade pays the first fee tier: a rule is worth something only if a beginner can trade it.
 */
final class TradeSimulator {
  private final ExitRules exits;
  private final Interval interval;
  private final CostModel costs;
  private final double feeRate;
  private final Map<Pair, Double> halfSpreads;

  TradeSimulator(BrainSettings settings) {
    this(settings.exits(), settings.interval(), settings.costs(), settings.halfSpreads());
  }

  TradeSimulator(
      ExitRules exits, Interval interval, CostModel costs, Map<Pair, Double> halfSpreads) {
    this.exits = exits;
    this.interval = interval;
    this.costs = costs;
    this.feeRate = costs.feeRate(BigDecimal.ZERO).doubleValue();
    this.halfSpreads = halfSpreads;
  }

  /**
   * The plan that the ledgers would make for an idea of that rule.
   *
   * @param atr average true range of one bar, above zero, quote currency
   */
  ExitPlan plan(Rule rule, Quote entry, double atr) {
    EntryTerms terms =
        new EntryTerms(
            rule.side(), entry.mid(), entry.time(), rule.horizonMinutes(), rule.strategyType());
    return exits.plan(terms, atr, interval);
  }

  /** Return of a closed trade as a fraction of the entry's value, after all costs. */
  double netReturn(Rule rule, double entryMid, double exitMid) {
    double halfSpread = halfSpreads.getOrDefault(rule.pair(), Double.NaN);
    return costs.netReturn(rule.side(), entryMid, exitMid, halfSpread, feeRate);
  }
}
