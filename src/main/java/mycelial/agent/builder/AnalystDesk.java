package mycelial.agent.builder;

import java.util.List;
import mycelial.market.Pair;

/**
 * Where the builder has analysts hired and dismissed. Called by the thread that owns the model;
 * what is asked for has been done when the call returns, and a new analyst hears what is published
 * from this instant on.
 */
public interface AnalystDesk {
  /** Pairs that have an analyst now, in the order of their ids. */
  List<Pair> pairs();

  /**
   * Gives a pair an analyst.
   *
   * @throws IllegalStateException when it has one
   */
  void deploy(Pair pair);

  /**
   * Takes a pair's analyst out of the colony.
   *
   * @throws IllegalStateException when it has none
   */
  void retire(Pair pair);
}
