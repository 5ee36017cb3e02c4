package mycelial.storage;

import mycelial.learning.SwarmState;
import mycelial.memory.MemorySnapshot;

/**
 * What the colony has learned: its learners' rules and its memory of closed trades.
 *
 * @param swarm the learners
 * @param memory the memory
 */
public record SwarmSnapshot(SwarmState swarm, MemorySnapshot memory) {}
