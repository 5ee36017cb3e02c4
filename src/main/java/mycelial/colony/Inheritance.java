package mycelial.colony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import mycelial.learning.LearnerState;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.memory.MemorySnapshot;
import mycelial.storage.SwarmSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What a colony's learners and memory start from: a saved swarm, or nothing. Learners are matched
 * by name. What was learned on bars of another length is taken over as rules without evidence.
 */
final class Inheritance {
  private final Map<String, LearnerState> learners = new TreeMap<>();
  private final MemorySnapshot memory;
  private final long rules;

  /**
   * @param start the saved swarm, or null
   * @param interval length of the session's bars
   */
  Inheritance(@Nullable SwarmSnapshot start, Interval interval) {
    memory = start == null ? MemorySnapshot.EMPTY : start.memory();
    rules = start == null ? 0 : start.swarm().rules();
    if (start != null) {
      boolean same = start.swarm().intervalMinutes() == interval.minutes();
      for (LearnerState learner : start.swarm().learners()) {
        learners.put(learner.name(), same ? learner : learner.withoutEvidence());
      }
    }
  }

  /** What the learner of that name knew, or null. */
  @Nullable LearnerState learner(String name) {
    return learners.get(name);
  }

  /** What memory held. */
  MemorySnapshot memory() {
    return memory;
  }

  /** How many rules there were to take over. */
  long rules() {
    return rules;
  }

  /**
   * The pairs that a learner watches: those it watched before as far as the market has them, filled
   * up by draws to the size that is asked for; in the order of the market.
   */
  static List<Pair> watchList(
      LearnerState known, List<Pair> traded, int size, RandomGenerator random) {
    List<Pair> chosen = new ArrayList<>(known.watchList());
    chosen.retainAll(traded);
    List<Pair> others = new ArrayList<>(traded);
    others.removeAll(chosen);
    while (chosen.size() < size && !others.isEmpty()) {
      chosen.add(others.remove(random.nextInt(others.size())));
    }
    return traded.stream().filter(chosen::contains).toList();
  }
}
