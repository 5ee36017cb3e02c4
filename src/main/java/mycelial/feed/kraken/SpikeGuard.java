package mycelial.feed.kraken;

import mycelial.market.Bar;
import org.jspecify.annotations.Nullable;

/**
 * Holds back a bar that leaves the last close by more than nine tenths, until another source says
 * the same or the next bar stays there. Not safe for use by several threads.
 */
final class SpikeGuard {
  /** Says what becomes of a pair that moves too far. */
  interface Watcher {
    void held(Bar bar, double lastClose);

    void confirmed(Bar bar);

    void rejected(Bar bar);
  }

  private static final double MOST = 0.9;
  private final BarOutlet outlet;
  private final Watcher watcher;
  private @Nullable Bar held;
  private boolean heldFromStream;
  private long nextStart;

  SpikeGuard(BarOutlet outlet, Watcher watcher) {
    this.outlet = outlet;
    this.watcher = watcher;
  }

  /** Start of the next bar that is wanted. */
  long nextStart() {
    return Math.max(nextStart, outlet.nextStart());
  }

  /** Whether a bar of the stream waits for REST. */
  boolean waitsForRest() {
    return held != null && heldFromStream;
  }

  /** Nothing traded up to an instant. */
  void quietUntil(long instant) {
    if (held == null) {
      outlet.quietUntil(instant);
    } else {
      nextStart = Math.max(nextStart, instant);
    }
  }

  /** A bar in which something traded. */
  void traded(Bar bar, boolean fromStream, double now) {
    Bar before = held;
    if (before != null) {
      boolean stays = factor(bar.close(), before.close()) < factor(bar.close(), outlet.lastClose());
      decide(before, stays, now);
      if (!stays && !isNear(bar, outlet.lastClose())) {
        hold(bar, fromStream);
        return;
      }
    } else if (!isNear(bar, outlet.lastClose())) {
      hold(bar, fromStream);
      return;
    }
    outlet.traded(bar, now);
  }

  /** REST tells a row of the held bar's time. */
  void seenByRest(Bar row, double now) {
    Bar waiting = held;
    if (waiting == null || row.start() != waiting.start() || !heldFromStream) {
      return;
    }
    boolean same = CandleCheck.agree(waiting, row);
    decide(waiting, same, now);
    if (!same && isNear(row, outlet.lastClose())) {
      outlet.traded(row, now);
    }
  }

  private void decide(Bar bar, boolean isTrue, double now) {
    held = null;
    if (isTrue) {
      outlet.traded(bar, now);
      watcher.confirmed(bar);
    } else {
      watcher.rejected(bar);
    }
  }

  private void hold(Bar bar, boolean fromStream) {
    held = bar;
    heldFromStream = fromStream;
    nextStart = bar.end();
    watcher.held(bar, outlet.lastClose());
  }

  private static double factor(double one, double other) {
    return Math.max(one / other, other / one);
  }

  private static boolean isNear(Bar bar, double price) {
    return Double.isNaN(price)
        || (bar.high() <= price * (1 + MOST) && bar.low() >= price * (1 - MOST));
  }
}
