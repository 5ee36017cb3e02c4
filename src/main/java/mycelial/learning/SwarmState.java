package mycelial.learning;

import java.util.List;

/**
 * What all learners know.
 *
 * @param intervalMinutes length of the bars it was learned on
 * @param from begin of the first bar it was learned on, seconds since the epoch
 * @param to end of the last one
 * @param learners the learners in the order of their ids
 */
public record SwarmState(int intervalMinutes, double from, double to, List<LearnerState> learners) {
  /** Copies the list. */
  public SwarmState {
    learners = List.copyOf(learners);
  }

  /** All living rules. */
  public long rules() {
    return learners.stream().mapToLong(learner -> learner.rules().size()).sum();
  }

  /** Those of them with a licence in force. */
  public long licensed() {
    return learners.stream()
        .flatMap(learner -> learner.rules().stream())
        .filter(rule -> rule.licence().isInForce())
        .count();
  }
}
