package mycelial.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Bar;
import mycelial.market.Pair;

/**
 * Gathers closed bars into buckets of five minutes, or of one bar where bars are longer, so that
 * what is kept of the prices stays small. Used by one thread; memory is one bucket a pair.
 */
public final class PriceBuckets {
  /** Shortest bucket, seconds. */
  static final int SHORTEST = 300;

  private final Map<Pair, PriceBucket> open = new TreeMap<>();
  private final List<PriceBucket> over = new ArrayList<>();

  /** Takes a closed bar in; bars of one pair come in the order of time. */
  public void add(Pair pair, Bar bar) {
    int length = Math.max(SHORTEST, Math.toIntExact(bar.interval().seconds()));
    long start = bar.start() - bar.start() % length;
    PriceBucket bucket = open.get(pair);
    if (bucket != null && bucket.time() != start) {
      over.add(bucket);
      bucket = null;
    }
    bucket = bucket == null ? PriceBucket.of(pair, start, length, bar) : bucket.with(bar);
    if (bar.end() >= bucket.end()) {
      open.remove(pair);
      over.add(bucket);
    } else {
      open.put(pair, bucket);
    }
  }

  /** The buckets that have been completed since the last call, in the order of their completion. */
  public List<PriceBucket> takeOver() {
    if (over.isEmpty()) {
      return List.of();
    }
    List<PriceBucket> taken = List.copyOf(over);
    over.clear();
    return taken;
  }

  /** All that is left, also what is not complete, by pair. */
  public List<PriceBucket> takeRest() {
    List<PriceBucket> rest = new ArrayList<>(takeOver());
    open.values().stream()
        .sorted((one, other) -> one.pair().compareTo(other.pair()))
        .forEach(rest::add);
    open.clear();
    return rest;
  }
}
