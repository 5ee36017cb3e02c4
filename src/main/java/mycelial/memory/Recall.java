package mycelial.memory;

import java.util.List;
import java.util.Locale;
import mycelial.market.EntryVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.memory.Recollection.Verdict;

/**
 * Judges a state by what became of the swarm's own trades of the same direction that were entered
 * near it; the analysts' have other entries and horizons. A trade of the same pair counts fully,
 * one of another pair less: pairs fall together, so many losses at one hour may be one event.
 *
 * <p>A neighbourhood speaks against a rule when it lost too often <em>and</em> lost money on the
 * whole: targets lie twice as far as stops, so what loses often may well pay. Between the two
 * shares the factor falls in a straight line from 1 to 0, so that a share which only luck has
 * carried over the threshold costs little.
 *
 * <p>A licence holds in all states, so nothing is said against one while the swarm's trades of the
 * pair and direction paid on the whole: that some states are bad is for {@link Cautions} to say.
 * Used by one thread.
 */
public final class Recall {
  /** Newest trades of a pair and direction that are looked at. */
  private static final int LOOKED_AT = 250;

  private final Memory memory;
  private final RecallSettings settings;

  /** Recall over that memory, as it is at each question. */
  public Recall(Memory memory, RecallSettings settings) {
    this.memory = memory;
    this.settings = settings;
  }

  /** What the neighbours weigh together. */
  private record Weights(double total, double failed, double returned) {
    double share() {
      return failed / total;
    }

    double meanReturn() {
      return returned / total;
    }
  }

  /** What memory says to a trade of that pair and direction, entered in that state. */
  public Recollection recall(Pair pair, Side side, EntryVector state) {
    if (!state.isComparable()) {
      return keep(List.of(), "too little is known of the state: half of its ranks are missing");
    }
    List<Neighbour> near =
        memory.nearest(
            trade -> trade.side() == side && trade.stream() == SignalSource.MYCELIAL,
            state,
            settings.neighbours(),
            settings.radius());
    Weights weights = weigh(pair, near);
    if (weights.total() < settings.minimumRecalled()) {
      return keep(near, tooLittle(near, weights));
    }
    String found = words(near, weights);
    if (weights.share() <= settings.lowerShare()) {
      return keep(near, found);
    }
    if (weights.meanReturn() >= 0) {
      return keep(near, found + ", but they paid on the whole");
    }
    if (paysElsewhere(pair, side)) {
      return keep(near, found + ", but the pair's trades paid on the whole");
    }
    return weights.share() >= settings.refuseShare()
        ? new Recollection(Verdict.REFUSE, 0, near, failures(near), found)
        : new Recollection(Verdict.LOWER, factor(weights.share()), near, failures(near), found);
  }

  /** Whether the swarm's trades of the pair and direction earned money in all states together. */
  private boolean paysElsewhere(Pair pair, Side side) {
    return memory
            .newest(
                trade ->
                    trade.stream() == SignalSource.MYCELIAL
                        && trade.side() == side
                        && trade.pair().equals(pair),
                LOOKED_AT)
            .stream()
            .mapToDouble(TradeRecord::netReturn)
            .sum()
        > 0;
  }

  private Weights weigh(Pair pair, List<Neighbour> near) {
    double total = 0;
    double failed = 0;
    double returned = 0;
    for (Neighbour neighbour : near) {
      TradeRecord trade = neighbour.trade();
      double weight = trade.pair().equals(pair) ? 1 : settings.otherPairWeight();
      total += weight;
      failed += trade.isFailure() ? weight : 0;
      returned += weight * trade.netReturn();
    }
    return new Weights(total, failed, returned);
  }

  private double factor(double share) {
    return (settings.refuseShare() - share) / (settings.refuseShare() - settings.lowerShare());
  }

  private static Recollection keep(List<Neighbour> near, String reason) {
    return new Recollection(Verdict.KEEP, 1, near, failures(near), reason);
  }

  private static int failures(List<Neighbour> near) {
    return (int) near.stream().filter(neighbour -> neighbour.trade().isFailure()).count();
  }

  private String tooLittle(List<Neighbour> near, Weights weights) {
    return String.format(
        Locale.ROOT,
        "too little is remembered: %d trades within %.2f that count as %.1f, %.1f are needed",
        near.size(),
        settings.radius(),
        weights.total(),
        settings.minimumRecalled());
  }

  private static String words(List<Neighbour> near, Weights weights) {
    return String.format(
        Locale.ROOT,
        "%d of the %d nearest trades lost, %.0f %% by weight, at %+.2f %% on the average",
        failures(near),
        near.size(),
        100 * weights.share(),
        100 * weights.meanReturn());
  }
}
