package mycelial.memory;

import java.util.List;

/**
 * What memory says to a state.
 *
 * @param verdict what to do
 * @param factor by what a rule's value is to be multiplied: 1 for KEEP, 0 for REFUSE
 * @param neighbours the trades it rests on, nearest first
 * @param failures how many of them lost
 * @param reason why, in words
 */
public record Recollection(
    Verdict verdict, double factor, List<Neighbour> neighbours, int failures, String reason) {

  /** What to do with a rule. */
  public enum Verdict {
    KEEP,
    LOWER,
    REFUSE
  }

  /** Copies the list. */
  public Recollection {
    neighbours = List.copyOf(neighbours);
  }
}
