package mycelial.feed.replay;

import java.util.OptionalLong;

/**
 * The bars that are wanted, by their start.
 *
 * @param from first start wanted, seconds since the epoch
 * @param to first start not wanted any more
 */
record Window(long from, long to) {
  /** Everything. */
  static final Window ALL = new Window(Long.MIN_VALUE, Long.MAX_VALUE);

  static Window of(OptionalLong from, OptionalLong to) {
    return new Window(from.orElse(Long.MIN_VALUE), to.orElse(Long.MAX_VALUE));
  }

  boolean contains(long start) {
    return start >= from && start < to;
  }
}
