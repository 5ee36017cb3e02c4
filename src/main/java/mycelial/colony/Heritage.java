package mycelial.colony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mycelial.learning.SwarmState;
import mycelial.memory.MemorySnapshot;
import mycelial.storage.SwarmSnapshot;
import mycelial.storage.SwarmStore;
import org.jspecify.annotations.Nullable;

/** Says what a session's swarm started from, and what that means for its figures. */
final class Heritage {
  private Heritage() {}

  /**
   * What a session starts from: a swarm with its own memory or another's, or nothing but a memory.
   *
   * @throws mycelial.storage.StorageException when one of them cannot be used
   */
  static @Nullable SwarmSnapshot load(SwarmStore swarms, SwarmPlan plan) {
    String start = plan.start();
    String memory = plan.memory();
    SwarmSnapshot swarm = start == null ? null : swarms.load(start);
    if (memory == null) {
      return swarm == null ? null : new SwarmSnapshot(swarm.swarm(), MemorySnapshot.EMPTY);
    }
    if (swarm != null && memory.equals(start)) {
      return swarm;
    }
    SwarmSnapshot other = swarms.load(memory);
    return new SwarmSnapshot(joined(swarm, other.swarm()), other.memory());
  }

  /**
   * The learners of a swarm, if any, with the time until which it or the memory's owner learned.
   */
  private static SwarmState joined(@Nullable SwarmSnapshot swarm, SwarmState other) {
    if (swarm == null) {
      return new SwarmState(other.intervalMinutes(), other.from(), other.to(), List.of());
    }
    SwarmState own = swarm.swarm();
    double to = Math.max(own.to(), other.to());
    return new SwarmState(own.intervalMinutes(), own.from(), to, own.learners());
  }

  static SessionResult.Swarm of(SwarmPlan plan, Colony colony, @Nullable String saved) {
    long taken =
        colony.roster().learners().stream().mapToLong(learner -> learner.brain().inherited()).sum();
    SwarmSnapshot start = colony.heritage();
    long all = start == null ? 0 : start.swarm().rules();
    return new SessionResult.Swarm(plan.start(), saved, taken, all - taken, notes(start, colony));
  }

  private static List<String> notes(@Nullable SwarmSnapshot start, Colony colony) {
    List<String> notes = new ArrayList<>();
    if (start == null) {
      return notes;
    }
    int learned = start.swarm().intervalMinutes();
    if (learned != colony.intervalMinutes() && !start.swarm().learners().isEmpty()) {
      notes.add(
          "it was learned on "
              + learned
              + "-minute bars: its rules were taken over without their evidence");
    }
    if (start.swarm().to() > colony.counters().from()) {
      notes.add(
          "it has learned until "
              + Instant.ofEpochSecond((long) start.swarm().to())
              + ", which is later than this session begins: the figures are no forecast");
    }
    return notes;
  }
}
