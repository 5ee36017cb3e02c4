package mycelial.colony;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import mycelial.agent.Ticks;
import mycelial.agent.miner.MoatMiner;
import mycelial.feed.Arrival;
import mycelial.feed.MoatFeed;
import mycelial.feed.MoatSource;
import mycelial.market.Moat;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the moat feed's signals to their miners at the instants at which they become known. Used
 * by the thread that owns the model.
 */
final class MoatMining implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MoatMining.class);

  private final MoatFeed feed;
  private final List<MoatMiner> miners;
  private final Map<Moat, MoatMiner> byMoat = new EnumMap<>(Moat.class);
  private final Map<MoatTarget, Long> ignored = new TreeMap<>();
  private final long origin;
  private boolean begun;

  /**
   * Opens a feed to its miners, one a moat. What became known before the session's first instant is
   * remembered and no news.
   *
   * @param origin first instant of the session, seconds since the epoch
   */
  MoatMining(MoatFeed feed, List<MoatMiner> miners, long origin) {
    this.feed = feed;
    this.miners = List.copyOf(miners);
    this.origin = origin;
    for (MoatMiner miner : miners) {
      byMoat.put(miner.moat(), miner);
      miner.open(feed.source());
    }
    for (OptionalLong next = feed.nextTime();
        next.isPresent() && next.getAsLong() < origin;
        next = feed.nextTime()) {
      feed.next().forEach(signal -> hand(signal, MoatMiner::remember));
    }
  }

  private void hand(MoatSignal signal, BiConsumer<MoatMiner, MoatSignal> way) {
    MoatTarget target = signal.target();
    MoatMiner miner = Objects.requireNonNull(byMoat.get(target.moat()));
    if (miner.listensTo(target)) {
      way.accept(miner, signal);
    } else if (ignored.merge(target, 1L, Long::sum) == 1) {
      LOG.warn("{} is not configured under moats: its signals are counted and not heard", target);
    }
  }

  /** The tick of the next instant at which a miner has something to do, or Long.MAX_VALUE. */
  long nextTick() {
    if (!begun) {
      return 0;
    }
    OptionalLong next = feed.nextTime();
    return next.isEmpty() ? Long.MAX_VALUE : (next.getAsLong() - origin) * Ticks.PER_SECOND;
  }

  /**
   * Hands over what becomes known at {@link #nextTick} and moves on; the miners to be stepped. At
   * the session's first instant that is all of them: they say what is missing.
   */
  List<MoatMiner> take() {
    boolean first = !begun;
    begun = true;
    if (first && nextTick() > 0) {
      return miners;
    }
    Set<MoatMiner> woken = new LinkedHashSet<>(first ? miners : List.of());
    for (MoatSignal signal : feed.next()) {
      woken.addAll(offer(signal));
    }
    return List.copyOf(woken);
  }

  /** Hands a signal over that has just become known; the miner to be stepped, if one listens. */
  List<MoatMiner> offer(MoatSignal signal) {
    List<MoatMiner> woken = new ArrayList<>();
    hand(
        signal,
        (miner, heard) -> {
          miner.offer(heard);
          woken.add(miner);
        });
    return woken;
  }

  /** Tells a miner that a target has lost its source or has it back; the miner to be stepped. */
  List<MoatMiner> change(Arrival.MoatChange change) {
    MoatMiner miner = Objects.requireNonNull(byMoat.get(change.target().moat()));
    if (!miner.listensTo(change.target())) {
      return List.of();
    }
    miner.change(change.target(), change.provenance(), change.reason());
    return List.of(miner);
  }

  MoatSource source() {
    return feed.source();
  }

  /** Signals of targets that are not configured. */
  Map<MoatTarget, Long> ignored() {
    return Collections.unmodifiableMap(ignored);
  }

  @Override
  public void close() {
    feed.close();
  }
}
