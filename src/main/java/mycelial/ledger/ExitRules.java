package mycelial.ledger;

import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Quote;
import mycelial.market.Side;
import org.jspecify.annotations.Nullable;

/**
 * Where positions are closed: a stop and a target in multiples of the average true range, and the
 * idea's horizon. The ledgers and the learners' virtual trades are closed by these same functions.
 * Pure and safe to share between threads.
 *
 * @param stopAtr distance of the stop from the entry, in average true ranges
 * @param targetAtr distance of the target from the entry, in average true ranges
 */
public record ExitRules(double stopAtr, double targetAtr) {
  /** The lowest stop or target, as a fraction of the entry price. */
  private static final double FLOOR = 1e-6;

  /**
   * @throws IllegalArgumentException when a multiple is not above zero
   */
  public ExitRules {
    if (!(stopAtr > 0) || !(targetAtr > 0) || Double.isInfinite(stopAtr + targetAtr)) {
      throw new IllegalArgumentException(
          "stop " + stopAtr + " and target " + targetAtr + " are not multiples above zero");
    }
  }

  /**
   * The plan of a position. The ATR is that of one bar; a price that wanders goes as far as the
   * square root of the time (a random walk's scaling), so both distances are multiplied by the root
   * of the bars in the horizon, at least 1. A stop or target that would be at or below zero lies at
   * a millionth of the entry price: only a pair that has become worthless reaches it. The deadline
   * is the entry plus the horizon, capped by the style.
   *
   * @param atr average true range of one bar, quote currency
   * @param interval length of that bar
   * @throws IllegalArgumentException when the ATR is not above zero
   */
  public ExitPlan plan(EntryTerms entry, double atr, Interval interval) {
    if (!(atr > 0) || Double.isInfinite(atr)) {
      throw new IllegalArgumentException("ATR " + atr + " is not above zero");
    }
    double bars = Math.max(1.0, (double) entry.horizonMinutes() / interval.minutes());
    double range = entry.side().sign() * atr * StrictMath.sqrt(bars);
    double floor = entry.mid() * FLOOR;
    int held = Math.min(entry.horizonMinutes(), entry.strategyType().maxHoldMinutes());
    return new ExitPlan(
        entry.side(),
        Math.max(floor, entry.mid() - stopAtr * range),
        Math.max(floor, entry.mid() + targetAtr * range),
        entry.time() + 60.0 * held);
  }

  /**
   * Judges a position on a quote: stop, then target, then deadline, each at the quote's mid. Only
   * quotes at or after the entry may be given.
   *
   * @return null when the position stays open
   */
  public static @Nullable Exit onQuote(ExitPlan plan, Quote quote) {
    ExitReason level = levelAt(plan, quote.mid());
    if (level != null) {
      return new Exit(level, quote.mid(), quote.time());
    }
    return quote.time() >= plan.deadline()
        ? new Exit(ExitReason.HORIZON, quote.mid(), quote.time())
        : null;
  }

  /**
   * Judges a position on a closed bar. Every exit has the time of the bar's end, when it becomes
   * known.
   *
   * <p>A position held since before the bar: at the open if it lies beyond the stop or the target
   * (gapped through), or if the deadline passed before the bar began; else at the stop if the bar
   * touched it, first even when the target was touched too; else at the target if touched; else, if
   * the deadline lies within the bar, at its close. A deadline at the bar's very end is left to the
   * quote of that instant, or to what comes next.
   *
   * <p>The entry bar counts whole, conservatively: where within it the entry lay is not known to a
   * bar, so any part of it may hit the stop (at the stop price; its open lies before the entry and
   * is no gap), but a target counts only if the bar's close is at or beyond it, for its extreme may
   * have come before the entry.
   *
   * @param entryTime when the position was opened, seconds since the epoch
   * @return null when the position stays open, or the bar was over when it was opened
   */
  public static @Nullable Exit onBar(ExitPlan plan, Bar bar, double entryTime) {
    if (bar.end() <= entryTime) {
      return null;
    }
    boolean entryBar = entryTime > bar.start();
    Exit atOpen = entryBar ? null : onOpen(plan, bar);
    if (atOpen != null) {
      return atOpen;
    }
    boolean buy = plan.side() == Side.BUY;
    if (stopped(plan, buy ? bar.low() : bar.high())) {
      return new Exit(ExitReason.STOP, plan.stop(), bar.end());
    }
    double best = buy ? bar.high() : bar.low();
    if (reached(plan, entryBar ? bar.close() : best)) {
      return new Exit(ExitReason.TARGET, plan.target(), bar.end());
    }
    return bar.end() > plan.deadline()
        ? new Exit(ExitReason.HORIZON, bar.close(), bar.end())
        : null;
  }

  private static @Nullable Exit onOpen(ExitPlan plan, Bar bar) {
    ExitReason level = levelAt(plan, bar.open());
    if (level != null) {
      return new Exit(level, bar.open(), bar.end());
    }
    return bar.start() >= plan.deadline()
        ? new Exit(ExitReason.HORIZON, bar.open(), bar.end())
        : null;
  }

  private static @Nullable ExitReason levelAt(ExitPlan plan, double price) {
    if (stopped(plan, price)) {
      return ExitReason.STOP;
    }
    return reached(plan, price) ? ExitReason.TARGET : null;
  }

  private static boolean stopped(ExitPlan plan, double price) {
    return plan.side() == Side.BUY ? price <= plan.stop() : price >= plan.stop();
  }

  private static boolean reached(ExitPlan plan, double price) {
    return plan.side() == Side.BUY ? price >= plan.target() : price <= plan.target();
  }
}
