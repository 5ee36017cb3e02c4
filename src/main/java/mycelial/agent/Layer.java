package mycelial.agent;

/** Who acts when within one instant: layers in this order, agents of a layer by their index. */
public enum Layer {
  DATA,
  MOAT_DATA,
  LEARNING,
  ANALYSIS,
  EXPLORATION,
  COLLABORATION,
  QUALITY,
  MEMORY,
  EXECUTION,
  RISK,
  AUTONOMY;

  private static final int AGENTS_PER_LAYER = 100_000;

  /**
   * The MASON ordering of an agent; unique, because MASON shuffles what shares one.
   *
   * @param index of the agent in its layer, 0 to 99,999; never used again, not even when the agent
   *     has retired
   */
  public int ordering(int index) {
    if (index < 0 || index >= AGENTS_PER_LAYER) {
      throw new IllegalArgumentException(
          "a layer holds 100000 agents, there is none of index " + index);
    }
    return (1 + ordinal()) * AGENTS_PER_LAYER + index;
  }
}
