package mycelial.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.memory.Caution.Group;
import org.jspecify.annotations.Nullable;

/**
 * Finds the regimes in which the swarm's own trades of a pair and direction failed while they paid
 * or lost less elsewhere. A regime is what lies beyond a rank of volatility, in the outermost third
 * on either side: volatility lasts for hours, all else that is known of an entry passes within
 * minutes. Of the cuts beyond which most trades failed, and lost on the average as much as the
 * others earned, that is taken whose trades lost most together: what would have been saved. (A
 * decision stump that is split by money; Iba and Langley, "Induction of one-level decision trees",
 * 1992.) It lies half way to the next trade. Other pairs and the analysts' trades say nothing here:
 * they have other entries and horizons.
 *
 * <p>Ranks drift with the market, so only the trades of the last days count. What is withheld is
 * never tried, so a caution must lapse by itself; the more failures it rests on, the later. One
 * more failure then renews it. The answer follows from the memory and the time alone. Used by one
 * thread.
 */
public final class Cautions {
  /** Ranks that a regime takes up at most: what holds most of the time is none. */
  private static final double WIDEST = 1.0 / 3;

  /** Newest trades of a pair and direction that are looked at; this bounds the work a trade. */
  private static final int LOOKED_AT = 250;

  /** Trades elsewhere that a regime must be held against. */
  private static final int ELSEWHERE = 2;

  private static final double SECONDS = 3600;

  private final Memory memory;
  private final CautionSettings settings;

  /** Cautions from that memory, as it is at each question. */
  public Cautions(Memory memory, CautionSettings settings) {
    this.memory = memory;
    this.settings = settings;
  }

  /** Whether a trade may change the cautions of its pair and direction. */
  public static boolean restOn(TradeRecord trade) {
    return trade.stream() == SignalSource.MYCELIAL;
  }

  /**
   * The caution of a pair and direction that has not lapsed, or null.
   *
   * @param now seconds since the epoch
   */
  public @Nullable Caution of(Pair pair, Side side, double now) {
    if (settings.minimum() == 0) {
      return null;
    }
    List<TradeRecord> trades =
        memory.newest(
            trade ->
                restOn(trade)
                    && trade.side() == side
                    && trade.pair().equals(pair)
                    && trade.entryTime() > now - SECONDS * settings.hours(),
            LOOKED_AT);
    List<TradeRecord> known = new ArrayList<>(trades);
    known.removeIf(trade -> Double.isNaN(rank(trade)));
    known.sort(Comparator.comparingDouble(Cautions::rank));
    Caution calm = costliest(known, Comparison.BELOW, now);
    Caution wild = costliest(known.reversed(), Comparison.ABOVE, now);
    if (calm == null || wild == null) {
      return calm == null ? wild : calm;
    }
    return wild.inside().returned() < calm.inside().returned() ? wild : calm;
  }

  /** The costliest of the regimes that begin at the outermost trade and have not lapsed. */
  private @Nullable Caution costliest(List<TradeRecord> trades, Comparison comparison, double now) {
    Group all = Group.NONE;
    for (TradeRecord trade : trades) {
      all = all.with(trade);
    }
    Caution best = null;
    Group inside = Group.NONE;
    TradeRecord newest = null;
    for (int i = 0; i + 1 < trades.size() && outerness(trades.get(i), comparison) < WIDEST; i++) {
      TradeRecord trade = trades.get(i);
      inside = inside.with(trade);
      if (trade.isFailure() && (newest == null || trade.entryTime() > newest.entryTime())) {
        newest = trade;
      }
      double next = rank(trades.get(i + 1));
      Group outside = all.without(inside);
      if (newest != null && rank(trade) != next && speaks(inside, outside)) {
        double until = newest.entryTime() + SECONDS * settings.hours() * inside.failures();
        if (until > now && (best == null || inside.returned() < best.inside().returned())) {
          Condition regime = regime(trade, next, comparison);
          best = new Caution(newest, regime, inside, outside, until);
        }
      }
    }
    return best;
  }

  /** Half way to the next trade, and no farther than a regime reaches. */
  private static Condition regime(TradeRecord last, double next, Comparison comparison) {
    double cut = rank(last) / 2 + next / 2;
    double limited =
        comparison == Comparison.BELOW ? Math.min(cut, WIDEST) : Math.max(cut, 1 - WIDEST);
    return new Condition(last.pair(), Feature.ATR_PRICE, comparison, limited);
  }

  private static double outerness(TradeRecord trade, Comparison comparison) {
    return comparison == Comparison.BELOW ? rank(trade) : 1 - rank(trade);
  }

  private boolean speaks(Group inside, Group outside) {
    return inside.trades() >= settings.minimum()
        && inside.failures() >= settings.share() * inside.trades()
        && outside.trades() >= ELSEWHERE
        && inside.returned() < 0
        && inside.meanReturn() <= -outside.meanReturn();
  }

  private static double rank(TradeRecord trade) {
    return trade.entry().rankOrNaN(Feature.ATR_PRICE);
  }
}
