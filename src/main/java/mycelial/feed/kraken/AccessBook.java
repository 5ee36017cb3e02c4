package mycelial.feed.kraken;

import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.Arrival;
import mycelial.feed.Arrivals;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says whether positions may be opened, once for each change. Not safe for several threads. */
final class AccessBook {
  private static final Logger LOG = LoggerFactory.getLogger(AccessBook.class);
  private final Arrivals sink;
  private final Map<String, Boolean> barred = new TreeMap<>();

  AccessBook(Arrivals sink) {
    this.sink = sink;
  }

  /** Entries are barred, for the market or for a pair. */
  void bar(String cause, @Nullable Pair pair, String reason) {
    if (barred.put(key(cause, pair), true) == null) {
      LOG.warn("{}: no position is opened: {}", pair == null ? "all pairs" : pair, reason);
      sink.offer(new Arrival.Access(cause, pair, false, reason));
    }
  }

  /** This cause bars them no longer. */
  void lift(String cause, @Nullable Pair pair, String reason) {
    if (barred.remove(key(cause, pair)) != null) {
      LOG.info("{}: positions may be opened again: {}", pair == null ? "all pairs" : pair, reason);
      sink.offer(new Arrival.Access(cause, pair, true, reason));
    }
  }

  boolean isBarred(String cause, @Nullable Pair pair) {
    return barred.containsKey(key(cause, pair));
  }

  private static String key(String cause, @Nullable Pair pair) {
    return cause + "|" + (pair == null ? "" : pair.name());
  }
}
