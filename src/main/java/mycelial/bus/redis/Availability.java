package mycelial.bus.redis;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Tells a listener when the bus is lost and when it is back, once each. Safe for several threads.
 */
final class Availability {
  private final AtomicBoolean available = new AtomicBoolean(true);
  private final Consumer<Boolean> listener;
  private volatile boolean closed;

  Availability(Consumer<Boolean> listener) {
    this.listener = listener;
  }

  void set(boolean now) {
    if (available.getAndSet(now) != now && !closed) {
      listener.accept(now);
    }
  }

  /** From now on nothing is told: a bus that is closed on purpose is not lost. */
  void close() {
    closed = true;
  }
}
