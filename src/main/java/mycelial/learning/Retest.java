package mycelial.learning;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Replays a rule over a history of its own and says whether it would have earned money there, net
 * of costs, more than chance explains. Every trade is planned and closed by the functions of the
 * ledgers, and there is never a second one at a time, as in a learner.
 *
 * <p>A rule passes with enough outcomes, a mean above zero, in most of the four folds that have
 * outcomes too (the history is cut in time, with an embargo of one horizon between), a mean above
 * zero of the unfitted outcomes where there are three or more, and a p-value of {@link ShiftTest}
 * that is small enough. Outcomes that ended before anybody saw any of the rule or its ancestors are
 * unfitted: they were entered a horizon or more before then. So are those entered after the rule
 * was made: they are the walk forward.
 *
 * <p>The order of the tests is that of their cost: most rules fail a cheap one. Used by one thread.
 */
public final class Retest {
  /** Unfitted outcomes from which on they must have earned something. */
  private static final int TELLING_UNFITTED = 3;

  /** The highest quality where nothing is known to be unfitted. */
  private static final double FITTED_ONLY = 60;

  private final RetestSettings settings;
  private final MarketHistory market;
  private final Firings firings;
  private final TradeSimulator simulator;
  private final ShiftTest shiftTest;

  /** Retests on that history; the generator draws the shifts. */
  public Retest(RetestSettings settings, MarketHistory market, RandomGenerator random) {
    this.settings = settings;
    this.market = market;
    this.firings = new Firings(market);
    this.simulator =
        new TradeSimulator(
            settings.exits(), settings.interval(), settings.costs(), settings.halfSpreads());
    this.shiftTest = new ShiftTest(random, settings.permutations(), settings.maximumP());
  }

  /**
   * Retests a rule.
   *
   * @param fittedFrom from when on outcomes of it or of its ancestors were seen, seconds since the
   *     epoch
   * @param birth when it was made, seconds since the epoch
   */
  public RetestVerdict test(Rule rule, double fittedFrom, double birth) {
    PairHistory history = market.of(rule.pair());
    int horizon = Math.max(1, Math.ceilDiv(rule.horizonMinutes(), settings.interval().minutes()));
    int block = Math.max(settings.blockBars(), horizon);
    int needed = block * Math.max(OutcomeTally.FOLDS, shiftTest.blocksNeeded());
    int bars = market.bars(rule.pair());
    if (history == null || bars < needed) {
      return refusal(
          "a history of %d bars is too short, %d are needed for that horizon", bars, needed);
    }
    int[] fired = firings.of(rule);
    if (fired.length < settings.minimumOutcomes()) {
      return refusal(
          "it fired on %d bars, %d are needed", fired.length, settings.minimumOutcomes());
    }
    TradeTable trades = history.trades(simulator, rule);
    double unfittedUntil = fittedFrom - 60.0 * rule.horizonMinutes();
    OutcomeTally tally = new OutcomeTally(bars, horizon, unfittedUntil, birth);
    play(fired, trades, history, tally);
    String failed = failure(tally);
    if (failed != null) {
      return verdict(tally, 1, failed);
    }
    double p = shiftTest.pValue(fired, trades, history, tally.mean(), block);
    return verdict(tally, p, p <= settings.maximumP() ? null : "the p-value is too large");
  }

  private static void play(
      int[] fired, TradeTable trades, PairHistory history, OutcomeTally tally) {
    int free = 0;
    for (int entry : fired) {
      int exit = entry < free ? TradeTable.IMPOSSIBLE : trades.exit(entry);
      if (exit == TradeTable.UNFINISHED) {
        return;
      }
      if (exit != TradeTable.IMPOSSIBLE) {
        tally.add(entry - history.first(), history.end(entry), trades.netReturn(entry));
        free = exit;
      }
    }
  }

  private @Nullable String failure(OutcomeTally tally) {
    if (tally.count() < settings.minimumOutcomes()) {
      return settings.minimumOutcomes() + " outcomes are needed";
    }
    if (tally.mean() <= 0) {
      return "the mean is not above zero";
    }
    if (2 * tally.positiveFolds() <= tally.folds()) {
      return "most folds are not positive";
    }
    return tally.unfitted() >= TELLING_UNFITTED && tally.unfittedMean() <= 0
        ? "what was not fitted lost"
        : null;
  }

  private static RetestVerdict refusal(String format, int found, int needed) {
    return new RetestVerdict(
        false, 0, 0, 0, 0, 1, String.format(Locale.ROOT, format, found, needed));
  }

  private RetestVerdict verdict(OutcomeTally tally, double p, @Nullable String failed) {
    boolean approved = failed == null;
    return new RetestVerdict(
        approved,
        approved ? quality(tally, p) : 0,
        tally.count(),
        tally.unfitted(),
        tally.mean(),
        p,
        (approved ? "" : failed + ": ") + describe(tally, p));
  }

  private static String describe(OutcomeTally tally, double p) {
    return String.format(
        Locale.ROOT,
        "%d outcomes, %d not fitted, mean %.2f %% net, p %.2f, %d of %d folds positive",
        tally.count(),
        tally.unfitted(),
        100 * tally.mean(),
        p,
        tally.positiveFolds(),
        tally.folds());
  }

  /**
   * 100 times two factors: 1 at a p-value of 0, falling to 1/2 at the largest that passes; and the
   * share of folds with outcomes that are positive, of which the worst that passes counts 3/4. At
   * most 60 where every outcome may have been fitted; the limit rises to 100 where half of them or
   * more were not.
   */
  private double quality(OutcomeTally tally, double p) {
    double strength = 1 - p / (2 * settings.maximumP());
    double consistency = 0.5 + 0.5 * tally.positiveFolds() / tally.folds();
    double unfitted = Math.min(1, 2.0 * tally.unfitted() / tally.count());
    double limit = FITTED_ONLY + (100 - FITTED_ONLY) * unfitted;
    return Math.min(limit, 100 * strength * consistency);
  }
}
