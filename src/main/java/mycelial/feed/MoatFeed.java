package mycelial.feed;

import java.util.List;
import java.util.OptionalLong;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;

/**
 * A source of moat signals in the order in which they become known. A signal is told at its seen
 * time, never before. Used by one thread.
 */
public interface MoatFeed extends AutoCloseable {
  /** Where its signals come from, and of which targets it has any. */
  MoatSource source();

  /** What it is, in words, for reports. */
  List<String> description();

  /**
   * Next instant at which a signal becomes known, seconds since the epoch; empty at the end.
   *
   * @throws BadDataException when the source holds something that cannot be a signal
   */
  OptionalLong nextTime();

  /** Everything that becomes known at {@link #nextTime}, in the source's order, and moves on. */
  List<MoatSignal> next();

  /** Closes files and connections. */
  @Override
  void close();

  /**
   * A feed that lives: its signals do not come from here but arrive as they become known.
   *
   * @param name what it is called
   * @param targets those of which it may have any
   */
  static MoatFeed live(String name, List<MoatTarget> targets) {
    return new NoMoatFeed(new MoatSource(MoatProvenance.LIVE, name, targets));
  }

  /** No feed at all, and why: every target is missing. */
  static MoatFeed none(String reason) {
    return new NoMoatFeed(MoatSource.missing(reason));
  }
}
