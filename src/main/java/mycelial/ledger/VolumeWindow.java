package mycelial.ledger;

import java.math.BigDecimal;
import java.util.ArrayDeque;

/**
 * Traded volume of the last 30 days, by which the fee tier is found. Kept by the hour: the current
 * hour and the 719 before it count, so memory is bounded. A fill that comes late counts in the
 * newest hour.
 */
final class VolumeWindow {
  private static final long HOURS = 30 * 24;

  private final ArrayDeque<Hour> hours = new ArrayDeque<>();
  private BigDecimal total = BigDecimal.ZERO;

  /** Adds the value of a fill, quote currency. */
  void add(double time, BigDecimal notional) {
    long index = hour(time);
    Hour newest = hours.peekLast();
    if (newest == null || newest.index < index) {
      hours.addLast(new Hour(index, notional));
    } else {
      newest.volume = newest.volume.add(notional);
    }
    total = total.add(notional);
  }

  /** The volume, quote currency; what is too old at that time is forgotten. */
  BigDecimal at(double time) {
    long oldest = hour(time) - HOURS;
    Hour first = hours.peekFirst();
    while (first != null && first.index <= oldest) {
      total = total.subtract(first.volume);
      hours.removeFirst();
      first = hours.peekFirst();
    }
    return total;
  }

  private static long hour(double time) {
    return (long) (time / 3600);
  }

  private static final class Hour {
    private final long index;
    private BigDecimal volume;

    private Hour(long index, BigDecimal volume) {
      this.index = index;
      this.volume = volume;
    }
  }
}
