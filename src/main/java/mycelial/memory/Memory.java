package mycelial.memory;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import mycelial.market.EntryVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;

/**
 * The three collections. Trades are kept in the order in which they were closed, the oldest
 * forgotten first; both trade collections share one capacity, so that forgetting does not shift the
 * share of failures. Search looks at every trade: exact, and the same on every machine. Used by one
 * thread.
 */
public final class Memory {
  /**
   * What makes two trades the same experience: a ledger holds one position a pair, so there is one
   * entry of a stream at an instant. A market that is played twice gives other ids, but no news.
   */
  private record Entry(SignalSource stream, Pair pair, double time) {
    static Entry of(TradeRecord trade) {
      return new Entry(trade.stream(), trade.pair(), trade.entryTime());
    }
  }

  private final int capacity;

  /** In the order in which they came. */
  private final SequencedMap<Entry, TradeRecord> trades = new LinkedHashMap<>();

  private final Map<Integer, AgentKnowledge> knowledge = new TreeMap<>();
  private int failures;
  private long forgotten;

  /**
   * An empty memory.
   *
   * @param capacity trades it holds at most
   * @throws IllegalArgumentException when it could hold none
   */
  public Memory(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a memory of " + capacity + " trades holds none");
    }
    this.capacity = capacity;
  }

  /** Takes up what a snapshot holds; what is beyond the capacity is forgotten at once. */
  public void restore(MemorySnapshot snapshot) {
    snapshot.trades().forEach(this::remember);
    snapshot.knowledge().forEach(this::learn);
  }

  /** Everything it holds. */
  public MemorySnapshot snapshot() {
    return new MemorySnapshot(
        new ArrayList<>(trades.values()), new ArrayList<>(knowledge.values()));
  }

  /** Keeps a trade; false when it is remembered already, be it under another id. */
  public boolean remember(TradeRecord trade) {
    if (trades.putIfAbsent(Entry.of(trade), trade) != null) {
      return false;
    }
    failures += trade.isFailure() ? 1 : 0;
    if (trades.size() > capacity) {
      forgetOldest();
    }
    return true;
  }

  private void forgetOldest() {
    Iterator<TradeRecord> oldest = trades.values().iterator();
    failures -= oldest.next().isFailure() ? 1 : 0;
    oldest.remove();
    forgotten++;
  }

  /** Keeps what a learner holds for its best instead of what it held before; false if the same. */
  public boolean learn(AgentKnowledge newest) {
    return !newest.equals(knowledge.put(newest.agent(), newest));
  }

  /**
   * Those of a direction that are nearest to a state; see {@link #nearest(Predicate, EntryVector,
   * int, double)}.
   */
  public List<Neighbour> nearest(Side side, EntryVector state, int most, double radius) {
    return nearest(trade -> trade.side() == side, state, most, radius);
  }

  /**
   * Those of the remembered trades that are asked for which are nearest to a state, nearest first;
   * of equally near ones the older first.
   *
   * @param most how many at most
   * @param radius how far away at most, 0 to 1
   */
  public List<Neighbour> nearest(
      Predicate<TradeRecord> wanted, EntryVector state, int most, double radius) {
    Nearest nearest = new Nearest(most, radius);
    for (TradeRecord trade : trades.values()) {
      if (wanted.test(trade)) {
        nearest.offer(trade, trade.entry().distance(state));
      }
    }
    return nearest.found();
  }

  /** The newest of the remembered trades that are asked for, the newest first. */
  public List<TradeRecord> newest(Predicate<TradeRecord> wanted, int most) {
    return trades.sequencedValues().reversed().stream().filter(wanted).limit(most).toList();
  }

  /** How many entries a collection has. */
  public int size(MemoryCollection collection) {
    return switch (collection) {
      case TRADING_PATTERNS -> trades.size() - failures;
      case FAILED_PATTERNS -> failures;
      case AGENT_KNOWLEDGE -> knowledge.size();
    };
  }

  /** Trades remembered. */
  public int size() {
    return trades.size();
  }

  /** Trades forgotten for lack of room. */
  public long forgotten() {
    return forgotten;
  }
}
