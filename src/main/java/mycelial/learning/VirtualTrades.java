package mycelial.learning;

import java.util.ArrayList;
import java.util.List;
import mycelial.learning.TradeSimulator.Outcome;
import mycelial.ledger.ExitPlan;
import mycelial.market.Bar;
import mycelial.market.Quote;
import org.jspecify.annotations.Nullable;

/** The open and waiting virtual trades of one pair, and the prices they are opened at. */
final class VirtualTrades {
  private final TradeSimulator simulator;
  private final Population population;
  private final List<LivingRule> busy = new ArrayList<>();
  private @Nullable Quote quote;
  private double atr = Double.NaN;

  VirtualTrades(TradeSimulator simulator, Population population) {
    this.simulator = simulator;
    this.population = population;
  }

  /**
   * Resolves on a closed bar. What still waits for a quote since the bar before is given up: it
   * would be opened on stale news.
   *
   * @param newAtr ATR at the close of the bar, NaN when absent
   */
  void onBar(Bar bar, double newAtr) {
    atr = newAtr;
    for (int i = busy.size() - 1; i >= 0; i--) {
      LivingRule rule = busy.get(i);
      VirtualTrade trade = rule.trade;
      if (rule.doomed || trade == null) {
        rule.pending = false;
        busy.remove(i);
      } else if (!trade.isUntouched(bar.low(), bar.high(), (double) bar.end())) {
        settle(i, rule, trade, simulator.onBar(trade.plan(), bar, trade.entryTime()));
      }
    }
  }

  /** Resolves on a quote, then opens what waits for one. */
  void onQuote(Quote newQuote) {
    quote = newQuote;
    for (int i = busy.size() - 1; i >= 0; i--) {
      LivingRule rule = busy.get(i);
      VirtualTrade trade = rule.trade;
      if (rule.doomed) {
        busy.remove(i);
      } else if (trade == null) {
        rule.trade = open(rule, newQuote);
        rule.pending = false;
      } else if (!trade.isUntouched(newQuote.mid(), newQuote.mid(), newQuote.time())) {
        settle(i, rule, trade, simulator.onQuote(trade.plan(), newQuote));
      }
    }
  }

  /** A rule has fired on a bar with that end: opens its trade now if a quote is known since. */
  void fired(LivingRule rule, long barEnd) {
    if (rule.trade != null || rule.pending || Double.isNaN(atr)) {
      return;
    }
    Quote known = quote;
    if (known != null && known.time() >= barEnd) {
      rule.trade = open(rule, known);
    } else {
      rule.pending = true;
    }
    busy.add(rule);
  }

  private VirtualTrade open(LivingRule rule, Quote at) {
    ExitPlan plan =
        simulator.plan(rule.rule.side(), at.mid(), atr, rule.rule.horizonMinutes(), at.time());
    return new VirtualTrade(at.mid(), at.time(), plan);
  }

  private void settle(int index, LivingRule rule, VirtualTrade trade, @Nullable Outcome outcome) {
    if (outcome == null) {
      return;
    }
    busy.remove(index);
    rule.trade = null;
    double net =
        simulator.netReturn(rule.rule.side(), trade.entryMid(), outcome.mid(), rule.rule.pair());
    rule.evidence.add(net, outcome.time());
    population.learned(rule);
  }
}
