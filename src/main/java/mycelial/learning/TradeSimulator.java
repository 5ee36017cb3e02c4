package mycelial.learning;

import mycelial.ledger.ExitPlan;
import mycelial.ledger.ExitReason;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.market.Side;
import org.jspecify.annotations.Nullable;

/** When a virtual trade ends and what it earns: the rules of the ledgers, in double. */
final class TradeSimulator {
  /** A stop of a long trade never lies at or below zero: at least this share of the entry price. */
  private static final double LOWEST_LEVEL = 1e-6;

  private final double stopAtr;
  private final double targetAtr;
  private final Interval interval;
  private final CostSettings costs;

  TradeSimulator(BrainSettings settings) {
    this.stopAtr = settings.stopAtr();
    this.targetAtr = settings.targetAtr();
    this.interval = settings.interval();
    this.costs = settings.costs();
  }

  /** How a trade ended: at which mid price, and when, seconds since the epoch. */
  record Outcome(ExitReason reason, double mid, double time) {}

  /**
   * Stop and target at multiples of the ATR, which is that of one bar and grows with the square
   * root of the bars in the horizon as a random walk's range does.
   */
  ExitPlan plan(Side side, double mid, double atr, int horizonMinutes, double time) {
    double bars = Math.max(1, (double) horizonMinutes / interval.minutes());
    double range = atr * Math.sqrt(bars) * side.sign();
    double lowest = LOWEST_LEVEL * mid;
    double stop = Math.max(lowest, mid - stopAtr * range);
    double target = Math.max(lowest, mid + targetAtr * range);
    double deadline = time + 60.0 * Math.min(horizonMinutes, Rule.LONGEST_HORIZON);
    return new ExitPlan(side, stop, target, deadline);
  }

  /**
   * Judges an open trade on a closed bar: at the open if that gapped through, the stop first if
   * both were touched, else at the close once the deadline has passed. Of a bar in which the trade
   * was opened after its start nobody knows what came first: the stop counts whole, the target only
   * if the close is beyond it.
   */
  @Nullable Outcome onBar(ExitPlan plan, Bar bar, double entryTime) {
    boolean entryBar = bar.start() < entryTime;
    int sign = plan.side().sign();
    double worst = sign > 0 ? bar.low() : bar.high();
    double best = sign > 0 ? bar.high() : bar.low();
    if (entryBar) {
      best = bar.close();
    } else if (beyond(plan.stop(), bar.open(), sign)) {
      return new Outcome(ExitReason.STOP, bar.open(), bar.end());
    } else if (beyond(bar.open(), plan.target(), sign)) {
      return new Outcome(ExitReason.TARGET, bar.open(), bar.end());
    }
    if (beyond(plan.stop(), worst, sign)) {
      return new Outcome(ExitReason.STOP, plan.stop(), bar.end());
    }
    if (beyond(best, plan.target(), sign)) {
      return new Outcome(ExitReason.TARGET, plan.target(), bar.end());
    }
    return bar.end() >= plan.deadline()
        ? new Outcome(ExitReason.HORIZON, bar.close(), bar.end())
        : null;
  }

  /** Judges an open trade on a quote: stop, target, then the deadline. */
  @Nullable Outcome onQuote(ExitPlan plan, Quote quote) {
    int sign = plan.side().sign();
    if (beyond(plan.stop(), quote.mid(), sign)) {
      return new Outcome(ExitReason.STOP, quote.mid(), quote.time());
    }
    if (beyond(quote.mid(), plan.target(), sign)) {
      return new Outcome(ExitReason.TARGET, quote.mid(), quote.time());
    }
    return quote.time() >= plan.deadline()
        ? new Outcome(ExitReason.HORIZON, quote.mid(), quote.time())
        : null;
  }

  /** Whether, for that direction, the first price is at least as good as the second. */
  private static boolean beyond(double first, double second, int sign) {
    return sign * first >= sign * second;
  }

  /** Return of a closed trade as a fraction of what was bought or sold, after all costs. */
  double netReturn(Side side, double entryMid, double exitMid, Pair pair) {
    double cost = costs.halfSpreadOf(pair) + costs.slippage();
    double entry = entryMid * (1 + side.sign() * cost);
    double exit = exitMid * (1 - side.sign() * cost);
    double fees = costs.takerFee() * (entry + exit);
    return (side.sign() * (exit - entry) - fees) / entry;
  }
}
