package mycelial.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mycelial.ledger.IdeaRecord;
import mycelial.market.SignalSource;
import mycelial.report.SynergyGates.Span;
import mycelial.storage.StoredOutcome;

/**
 * Which baseline ideas the swarm would have confirmed had its ideas come at another time: the whole
 * mycelial stream is shifted by whole bars, around the end of the traded period to its beginning,
 * by an hour at least. What remains of its worth then is not due to agreement at the time.
 *
 * <p>Ideas are stated at the ends of bars and restated bar by bar, and exact seconds mean nothing
 * after a shift; so two ideas meet here when they are stated on the same bar. An idea counts for as
 * many bars as it was stated. A baseline idea's weight is the share of the lags at which it meets
 * one.
 */
final class ShiftedAgreement {
  private static final double LEAST_LAG = 3600;
  private static final int MOST_LAGS = 200;

  private final List<IdeaRecord> ideas;
  private final Span span;
  private final double barSeconds;
  private final int bars;
  private final Map<String, BitSet> stated = new TreeMap<>();
  private final List<Integer> lags = new ArrayList<>();

  ShiftedAgreement(List<IdeaRecord> ideas, Span span, double barSeconds) {
    this.ideas = ideas;
    this.span = span;
    this.barSeconds = barSeconds;
    this.bars = Math.max(1, (int) Math.ceil((span.to() - span.from()) / barSeconds));
    for (IdeaRecord idea : ideas) {
      if (idea.stream() == SignalSource.MYCELIAL) {
        BitSet on = stated.computeIfAbsent(key(idea), key -> new BitSet(bars));
        int first = bar(idea);
        on.set(first, Math.min(bars, first + idea.restatements() + 1));
      }
    }
    int least = (int) Math.ceil(LEAST_LAG / barSeconds);
    int step = Math.max(1, (bars - 2 * least) / MOST_LAGS);
    for (int lag = least; lag <= bars - least; lag += step) {
      lags.add(lag);
    }
  }

  private static String key(IdeaRecord idea) {
    return idea.pair() + " " + idea.side();
  }

  private int bar(IdeaRecord idea) {
    int place = (int) ((idea.time() - span.from()) / barSeconds);
    return Math.max(0, Math.min(bars - 1, place));
  }

  /** The baseline outcomes with the share of lags at which the swarm would have confirmed them. */
  Gate gate(List<StoredOutcome> baseline) {
    Map<String, Double> weights = weights();
    List<GatedTrade> trades = new ArrayList<>();
    for (StoredOutcome outcome : baseline) {
      double weight = weights.getOrDefault(outcome.ideaId(), 0.0);
      if (weight > 0) {
        trades.add(
            new GatedTrade(
                outcome.entryTime(), outcome.returnPercent(), outcome.pnl().doubleValue(), weight));
      }
    }
    return new Gate("agreement shifted in time", trades);
  }

  private Map<String, Double> weights() {
    Map<String, Double> weights = new TreeMap<>();
    for (IdeaRecord idea : ideas) {
      if (idea.stream() == SignalSource.BASELINE) {
        long met = lags.stream().filter(lag -> meets(idea, lag)).count();
        if (met > 0) {
          weights.put(idea.ideaId(), (double) met / lags.size());
        }
      }
    }
    return weights;
  }

  private boolean meets(IdeaRecord idea, int lag) {
    BitSet on = stated.get(key(idea));
    if (on == null) {
      return false;
    }
    int first = bar(idea);
    int last = Math.min(bars - 1, first + idea.restatements());
    for (int bar = first; bar <= last; bar++) {
      if (on.get(Math.floorMod(bar - lag, bars))) {
        return true;
      }
    }
    return false;
  }

  /** How many lags, and whether the simplification finds the collisions that there were. */
  String note() {
    long unshifted =
        ideas.stream()
            .filter(idea -> idea.stream() == SignalSource.BASELINE && meets(idea, 0))
            .count();
    long met =
        ideas.stream()
            .filter(idea ->
                idea.stream() == SignalSource.BASELINE && idea.collision().equals("MATCHED"))
            .count();
    return String.format(
        Locale.ROOT,
        "Shifted agreement: %d lags of whole bars of %.0f s, one hour at least. Two ideas are taken to"
            + " meet when they are stated on the same bar; without a shift this finds %d of the"
            + " baseline's ideas met, where %d collided within the window. Compared are baseline"
            + " ideas with baseline ideas.",
        lags.size(),
        barSeconds,
        unshifted,
        met);
  }
}
