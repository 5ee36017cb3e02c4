package mycelial.learning;

import java.util.Arrays;
import mycelial.ledger.Exit;
import mycelial.ledger.ExitRules;
import mycelial.market.Quote;
import org.jspecify.annotations.Nullable;

/**
 * The virtual trades that rules of one pair, side and horizon make when they are entered at the
 * bars of a history. They do not depend on a rule's conditions, so each is played once, when it is
 * first asked for, and kept as long as its bar is. Indexes are those of the history. Used by one
 * thread.
 */
final class TradeTable {
  /** No trade can be opened at a bar: no quote followed it, or it has no ATR above zero. */
  static final int IMPOSSIBLE = -1;

  /** The trade has not ended yet. */
  static final int UNFINISHED = Integer.MAX_VALUE;

  private static final short UNKNOWN = -2;

  private final TradeSimulator simulator;
  private final Rule kind;
  private final PairHistory history;

  /** Bars until the exit, or {@link #IMPOSSIBLE} or {@link #UNKNOWN}; no horizon is that long. */
  private final short[] durations;

  /** What finished trades earned, fractions; floats, since there are many tables. */
  private final float[] returns;

  /**
   * @param kind any rule of the pair, side and horizon
   */
  TradeTable(TradeSimulator simulator, Rule kind, PairHistory history) {
    this.simulator = simulator;
    this.kind = kind;
    this.history = history;
    this.durations = new short[history.room()];
    this.returns = new float[history.room()];
    Arrays.fill(durations, UNKNOWN);
  }

  /** Whether it is about that side and horizon. */
  boolean isOf(Rule rule) {
    return kind.side() == rule.side() && kind.horizonMinutes() == rule.horizonMinutes();
  }

  /** Moves with the history when it drops its oldest bars. */
  void move(int from, int kept) {
    System.arraycopy(durations, from, durations, 0, kept);
    System.arraycopy(returns, from, returns, 0, kept);
    Arrays.fill(durations, kept, durations.length, UNKNOWN);
  }

  /**
   * The bar on which the trade entered after a bar ends, or {@link #IMPOSSIBLE} or {@link
   * #UNFINISHED}.
   */
  int exit(int entry) {
    int duration = durations[entry];
    if (duration == UNKNOWN) {
      return play(entry);
    }
    return duration == IMPOSSIBLE ? IMPOSSIBLE : entry + duration;
  }

  /** What a finished trade earned, a fraction net of costs; only after {@link #exit}. */
  double netReturn(int entry) {
    return returns[entry];
  }

  private int play(int entry) {
    double mid = history.quoteMid(entry);
    double atr = history.atr(entry);
    if (Double.isNaN(mid) || !(atr > 0)) {
      // A quote may still follow the newest bar.
      durations[entry] = entry == history.size() - 1 ? UNKNOWN : IMPOSSIBLE;
      return IMPOSSIBLE;
    }
    Quote quote = new Quote(history.quoteTime(entry), mid);
    VirtualTrade trade = new VirtualTrade(mid, quote.time(), simulator.plan(kind, quote, atr));
    for (int bar = entry + 1; bar < history.size(); bar++) {
      Exit exit = judge(trade, bar);
      if (exit != null) {
        durations[entry] = (short) (bar - entry);
        returns[entry] = (float) simulator.netReturn(kind, mid, exit.mid());
        return bar;
      }
    }
    return UNFINISHED;
  }

  /** A closed bar is judged first, then the quote that follows it, as learners and ledgers do. */
  private @Nullable Exit judge(VirtualTrade trade, int bar) {
    Exit exit = null;
    if (!trade.isUntouched(history.low(bar), history.high(bar), (double) history.end(bar))) {
      exit = ExitRules.onBar(trade.plan(), history.bar(bar), trade.entryTime());
    }
    double mid = history.quoteMid(bar);
    double time = history.quoteTime(bar);
    if (exit == null && !Double.isNaN(mid) && !trade.isUntouched(mid, mid, time)) {
      exit = ExitRules.onQuote(trade.plan(), new Quote(time, mid));
    }
    return exit;
  }
}
