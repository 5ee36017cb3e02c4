package mycelial.colony;

import org.jspecify.annotations.Nullable;

/**
 * What a session does with saved swarms.
 *
 * @param start id of the swarm that it starts from, or null to start from nothing
 * @param memory id of the swarm whose memory it starts from, usually the same; null for an empty
 *     one
 * @param save whether what it has learned is saved at its end
 */
public record SwarmPlan(@Nullable String start, @Nullable String memory, boolean save) {
  /** Starts from nothing and saves nothing. */
  public static final SwarmPlan NONE = new SwarmPlan(null, null, false);
}
