package mycelial.bus.redis;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Tells a listener when the bus is lost and when it is back, once each. Safe for several threads.
 */
final class Availability {
  private final AtomicBoolean available = new AtomicBoolean(true);
  private final Consumer<Boolean> listener;

  Availability(Consumer<Boolean> listener) {
    this.listener = listener;
  }

  void set(boolean now) {
    if (available.getAndSet(now) != now) {
      listener.accept(now);
    }
  }
}
