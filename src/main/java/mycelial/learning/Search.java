package mycelial.learning;

/**
 * How a learner looks for rules.
 *
 * @param lookBackBars bars of each pair that it looks back on
 * @param everyBars bars between two looks; 0 to never look
 * @param evolution whether rules have children and peers' rules are taken in
 */
public record Search(int lookBackBars, int everyBars, boolean evolution) {
  /**
   * @throws IllegalArgumentException when a number is out of its range
   */
  public Search {
    if (lookBackBars < 1 || everyBars < 0) {
      throw new IllegalArgumentException(
          "a look every " + everyBars + " bars at " + lookBackBars + " bars is none");
    }
  }
}
