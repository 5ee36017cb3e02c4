package mycelial.agent;

import java.util.Arrays;

/** The ticks at which an agent is already going to be stepped; there are only a few at a time. */
final class Wakes {
  private long[] ticks = new long[4];
  private int size;

  /** Adds a tick; false when it is there already. */
  boolean add(long tick) {
    for (int i = size - 1; i >= 0; i--) {
      if (ticks[i] == tick) {
        return false;
      }
    }
    if (size == ticks.length) {
      ticks = Arrays.copyOf(ticks, 2 * size);
    }
    ticks[size++] = tick;
    return true;
  }

  /** Takes a tick out, if it is there. */
  void remove(long tick) {
    for (int i = 0; i < size; i++) {
      if (ticks[i] == tick) {
        ticks[i] = ticks[--size];
        return;
      }
    }
  }
}
