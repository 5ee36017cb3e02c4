package mycelial.colony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mycelial.storage.SwarmSnapshot;
import org.jspecify.annotations.Nullable;

/** Says what a session's swarm started from, and what that means for its figures. */
final class Heritage {
  private Heritage() {}

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
    if (learned != colony.intervalMinutes()) {
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
