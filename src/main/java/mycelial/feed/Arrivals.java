package mycelial.feed;

/**
 * Takes what connectors bring, for the thread that owns the model to fetch between instants. Safe
 * for use by several threads; never blocks.
 */
@FunctionalInterface
public interface Arrivals {
  /**
   * Hands over one thing that has become known. Of quotes only the last one of a pair and second
   * need be kept; nothing else is ever dropped.
   */
  void offer(Arrival arrival);
}
