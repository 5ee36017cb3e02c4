package mycelial.agent.trader;

/**
 * How ideas of the two streams met.
 *
 * @param matched pairs of ideas that agreed within the window
 * @param conflicts pairs of ideas in opposite directions within the window
 * @param nearMisses pairs of ideas that agreed, but more than the window and at most a minute apart
 * @param expired ideas that were over without a collision
 */
public record CollisionCounts(long matched, long conflicts, long nearMisses, long expired) {}
