package mycelial.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;

/** A moat feed from a list, for tests. Used by one thread. */
public final class ListMoatFeed implements MoatFeed {
  private final MoatSource source;
  private final Deque<MoatSignal> signals;
  private boolean closed;

  /** A recorded feed of signals in any order. */
  public ListMoatFeed(List<MoatSignal> signals) {
    this.signals =
        new ArrayDeque<>(
            signals.stream().sorted(Comparator.comparingLong(MoatSignal::seenTime)).toList());
    source =
        new MoatSource(
            MoatProvenance.RECORDED,
            "a list",
            signals.stream().map(MoatSignal::target).distinct().sorted().toList());
  }

  /** Everything that a feed still has to tell. */
  public static List<MoatSignal> drain(MoatFeed feed) {
    List<MoatSignal> signals = new ArrayList<>();
    for (OptionalLong time = feed.nextTime(); time.isPresent(); time = feed.nextTime()) {
      signals.addAll(feed.next());
    }
    return signals;
  }

  /** Whether it has been closed. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public MoatSource source() {
    return source;
  }

  @Override
  public List<String> description() {
    return List.of("a list made by a test");
  }

  @Override
  public OptionalLong nextTime() {
    return signals.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(signals.getFirst().seenTime());
  }

  @Override
  public List<MoatSignal> next() {
    if (signals.isEmpty()) {
      throw new NoSuchElementException("the list has ended");
    }
    long time = signals.getFirst().seenTime();
    List<MoatSignal> known = new ArrayList<>();
    while (!signals.isEmpty() && signals.getFirst().seenTime() == time) {
      known.add(signals.removeFirst());
    }
    return known;
  }

  @Override
  public void close() {
    closed = true;
  }
}
