package mycelial.learning;

import java.util.List;
import mycelial.market.Moat;
import mycelial.market.Pair;

/**
 * What one learner knows, as it is kept from one session to the next.
 *
 * @param name the learner
 * @param moat its field
 * @param watchList the pairs it looks at
 * @param serial number of the last rule that it has made
 * @param discovered rules that the council has ever licensed
 * @param retired rules that have been replaced
 * @param rules its living rules in the order of their places
 */
public record LearnerState(
    String name,
    Moat moat,
    List<Pair> watchList,
    int serial,
    long discovered,
    long retired,
    List<RuleState> rules) {
  /** Copies the lists. */
  public LearnerState {
    watchList = List.copyOf(watchList);
    rules = List.copyOf(rules);
  }

  /** The same learner with rules that start without evidence. */
  public LearnerState withoutEvidence() {
    List<RuleState> bare = rules.stream().map(RuleState::withoutEvidence).toList();
    return new LearnerState(name, moat, watchList, serial, discovered, retired, bare);
  }
}
