package mycelial.agent.council;

/**
 * What makes a rule proven.
 *
 * @param level false discovery rate, above 0 to 1
 * @param learners how many learners try rules
 * @param againstAll whether a rule must stand against all that the swarm tried, not only for itself
 */
public record ProofSettings(double level, int learners, boolean againstAll) {
  /**
   * @throws IllegalArgumentException when a number is out of its range
   */
  public ProofSettings {
    if (!(level > 0 && level <= 1) || learners < 0) {
      throw new IllegalArgumentException(
          "a false discovery rate of " + level + " among " + learners + " learners is none");
    }
  }
}
