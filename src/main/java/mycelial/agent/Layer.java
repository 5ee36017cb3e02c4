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

  private static final int AGENTS_PER_LAYER = 1000;

  /**
   * The MASON ordering of an agent; unique, because MASON shuffles what shares one.
   *
   * @param index of the agent in its layer, 0 to 999
   */
  public int ordering(int index) {
    if (index < 0 || index >= AGENTS_PER_LAYER) {
      throw new IllegalArgumentException(
          "a layer holds 1000 agents, there is none of index " + index);
    }
    return (1 + ordinal()) * AGENTS_PER_LAYER + index;
  }
}
