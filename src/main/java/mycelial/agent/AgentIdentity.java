package mycelial.agent;

import mycelial.message.Role;

/**
 * Who an agent is.
 *
 * @param id dense number in the colony, from 1
 * @param name unique and readable, for example {@code miner-XXBTZUSD}
 * @param role what it does
 * @param layer when it acts within an instant
 * @param index its place in the layer, from 0
 * @param reactionTicks how long it takes to act on a message, in 1/64 s, at least 1
 */
public record AgentIdentity(
    int id, String name, Role role, Layer layer, int index, int reactionTicks) {
  /**
   * @throws IllegalArgumentException when the reaction time is not positive
   */
  public AgentIdentity {
    if (reactionTicks < 1) {
      throw new IllegalArgumentException(name + " cannot react in " + reactionTicks + " ticks");
    }
  }

  /** Its MASON ordering. */
  public int ordering() {
    return layer.ordering(index);
  }
}
