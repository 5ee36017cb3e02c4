package mycelial.learning;

import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Interval;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * What a researcher has seen of all pairs: of each the newest bars with the ranks of their
 * features, and the first quote after each close. Quotes between are not kept; the bars know how
 * far they went. Room for a pair is taken with its first bar. Used by one thread.
 */
public final class MarketHistory {
  private final int bars;
  private final Interval interval;
  private final Map<Pair, PairHistory> pairs = new TreeMap<>();
  private final SignalHistory signals;

  /** A history of at most that many bars a pair. */
  public MarketHistory(int bars, Interval interval) {
    this.bars = bars;
    this.interval = interval;
    this.signals = new SignalHistory((bars + bars / 4 + 1L) * interval.seconds() + 3600);
  }

  /** What has become known of the moats. */
  public SignalHistory signals() {
    return signals;
  }

  /** Takes in what is new of a pair: its closed bar first, then its quote. */
  public void observe(MarketObservation seen) {
    if (seen.bar() != null) {
      pairs
          .computeIfAbsent(seen.pair(), pair -> new PairHistory(bars, interval))
          .add(seen.bar(), seen.features());
    }
    PairHistory history = pairs.get(seen.pair());
    if (history != null && seen.quote() != null) {
      history.add(seen.quote());
    }
  }

  /** Bars of a pair that are there. */
  public int bars(Pair pair) {
    PairHistory history = pairs.get(pair);
    return history == null ? 0 : history.bars();
  }

  @Nullable PairHistory of(Pair pair) {
    return pairs.get(pair);
  }
}
