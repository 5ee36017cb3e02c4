package mycelial.learning;

import java.util.ArrayList;
import java.util.List;
import mycelial.ledger.Exit;
import mycelial.ledger.ExitRules;
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
        settle(i, rule, trade, ExitRules.onBar(trade.plan(), bar, trade.entryTime()));
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
        settle(i, rule, trade, ExitRules.onQuote(trade.plan(), newQuote));
      }
    }
  }

  /**
   * A rule has fired on a bar with that end: opens its trade now if a quote is known since. Without
   * an ATR above zero nothing is opened, as in the ledgers.
   */
  void fired(LivingRule rule, long barEnd) {
    if (rule.trade != null || rule.pending || !(atr > 0)) {
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
    return new VirtualTrade(at.mid(), at.time(), simulator.plan(rule.rule, at, atr));
  }

  private void settle(int index, LivingRule rule, VirtualTrade trade, @Nullable Exit exit) {
    if (exit == null) {
      return;
    }
    busy.remove(index);
    rule.trade = null;
    rule.evidence.add(simulator.netReturn(rule.rule, trade.entryMid(), exit.mid()), exit.time());
    population.learned(rule);
  }
}
