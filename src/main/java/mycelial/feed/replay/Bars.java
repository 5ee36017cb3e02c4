package mycelial.feed.replay;

import java.util.Iterator;
import java.util.List;
import mycelial.market.Bar;
import org.jspecify.annotations.Nullable;

/** Bars of one pair and interval in strictly increasing time. Used by one thread. */
@FunctionalInterface
interface Bars {
  /**
   * The next one, or null at the end.
   *
   * @throws mycelial.feed.BadDataException when the source cannot be used from here on
   */
  @Nullable Bar next();

  /** Those of a list. */
  static Bars of(List<Bar> bars) {
    Iterator<Bar> each = bars.iterator();
    return () -> each.hasNext() ? each.next() : null;
  }
}
