package mycelial.colony;

import java.util.function.LongSupplier;

/**
 * Waits on the schedule's monitor until the wall has come to an instant, or mail arrives. Used by
 * whoever holds that monitor.
 */
final class WallWait {
  private boolean mail;

  /** Whoever waits is to return; the caller notifies the monitor. */
  void mailArrived() {
    mail = true;
  }

  /**
   * Waits.
   *
   * @param remaining how long the wall still takes, nanoseconds; asked again after each wait
   * @return false when woken before that, by mail or by an interrupt
   */
  boolean await(LongSupplier remaining, Object monitor) {
    for (long nanos = remaining.getAsLong(); nanos > 0; nanos = remaining.getAsLong()) {
      if (mail) {
        mail = false;
        return false;
      }
      try {
        monitor.wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
