package mycelial.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.Provenance;

/** A feed from lists, for tests: what becomes known at which instant. Used by one thread. */
public final class ListFeed implements MarketFeed {
  private final List<Pair> pairs;
  private final Interval interval;
  private final SortedMap<Long, List<MarketUpdate>> updates = new TreeMap<>();
  private final long first;
  private final long last;
  private boolean closed;

  /**
   * @param updates at least one instant, seconds since the epoch, with its updates in the order of
   *     the pairs
   */
  public ListFeed(
      List<Pair> pairs, Interval interval, Map<Long, ? extends List<MarketUpdate>> updates) {
    this.pairs = List.copyOf(pairs);
    this.interval = interval;
    updates.forEach((time, known) -> this.updates.put(time, List.copyOf(known)));
    first = this.updates.firstKey();
    last = this.updates.lastKey();
  }

  /** Everything that another feed still has to tell, so that it can be told again. */
  public static ListFeed drain(MarketFeed feed) {
    Map<Long, List<MarketUpdate>> updates = new TreeMap<>();
    for (OptionalLong time = feed.nextTime(); time.isPresent(); time = feed.nextTime()) {
      updates.put(time.getAsLong(), feed.next());
    }
    return new ListFeed(feed.pairs(), feed.interval(), updates);
  }

  /** What has not been told yet, by instant. */
  public SortedMap<Long, List<MarketUpdate>> remaining() {
    return new TreeMap<>(updates);
  }

  /** Everything about one pair that has not been told yet, in order. */
  public List<MarketUpdate> remaining(Pair pair) {
    List<MarketUpdate> found = new ArrayList<>();
    for (List<MarketUpdate> known : updates.values()) {
      known.stream().filter(update -> update.pair().equals(pair)).forEach(found::add);
    }
    return found;
  }

  /** Whether it has been closed. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public List<Pair> pairs() {
    return pairs;
  }

  @Override
  public Interval interval() {
    return interval;
  }

  @Override
  public Provenance provenance() {
    return Provenance.SYNTHETIC;
  }

  @Override
  public List<String> description() {
    return List.of("a list made by a test");
  }

  @Override
  public long firstTime() {
    return first;
  }

  @Override
  public long lastTime() {
    return last;
  }

  @Override
  public OptionalLong nextTime() {
    return updates.isEmpty() ? OptionalLong.empty() : OptionalLong.of(updates.firstKey());
  }

  @Override
  public List<MarketUpdate> next() {
    List<MarketUpdate> known = updates.remove(updates.firstKey());
    return known == null ? List.of() : known;
  }

  @Override
  public void close() {
    closed = true;
  }
}
