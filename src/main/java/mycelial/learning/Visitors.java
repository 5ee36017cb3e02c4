package mycelial.learning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Peers' rules that wait for a free place, each kind in the order of its arrival. */
final class Visitors {
  private static final int MAXIMUM_WAITING = 8;

  private final Deque<Rule> immigrants = new ArrayDeque<>();
  private final Deque<Believed> believed = new ArrayDeque<>();

  /** A peer's rule with what is claimed for it, waiting for its place. */
  record Believed(Rule rule, Claim claim) {}

  /** Lets a rule wait; false when enough do or one that tests the same does already. */
  boolean admit(Rule foreign) {
    long key = foreign.evidenceKey();
    if (immigrants.size() >= MAXIMUM_WAITING
        || immigrants.stream().anyMatch(waiting -> waiting.evidenceKey() == key)) {
      return false;
    }
    immigrants.add(foreign);
    return true;
  }

  /** Lets a rule wait with what is claimed for it. */
  void believe(Rule foreign, Claim claim) {
    believed.add(new Believed(foreign, claim));
  }

  /** A rule has been given a place: whoever waits with the same test need not. */
  void settled(Rule foreign) {
    long key = foreign.evidenceKey();
    immigrants.removeIf(waiting -> waiting.evidenceKey() == key);
  }

  /** Sends away, of both kinds, all that are refused. */
  void leave(Predicate<Rule> refused) {
    immigrants.removeIf(refused);
    believed.removeIf(waiting -> refused.test(waiting.rule()));
  }

  /** Whether any wait of which nothing is claimed. */
  boolean areWaiting() {
    return !immigrants.isEmpty();
  }

  /** The one that has waited longest of those of which nothing is claimed; there must be one. */
  Rule next() {
    return immigrants.remove();
  }

  /** The one that has waited longest of those with a claim, or null. */
  @Nullable Believed takeBelieved() {
    return believed.poll();
  }
}
