package mycelial.agent.learner;

import java.util.Optional;
import mycelial.learning.Brain;
import mycelial.learning.RatedRule;
import mycelial.learning.Rule;
import mycelial.market.PatternFamily;

/** Knows of which family a learner's leading rule was when it last told its peers. */
final class Leadership {
  private final Brain brain;
  private final long announceEveryTicks;
  private String announced = "";
  private long changes;
  private long mayAnnounce;

  Leadership(Brain brain, long announceEveryTicks) {
    this.brain = brain;
    this.announceEveryTicks = announceEveryTicks;
  }

  /** The leading rule, if its family is news and the last announcement is not too fresh. */
  Optional<RatedRule> news(long tick, double now) {
    if (tick < mayAnnounce || changes == brain.changes()) {
      return Optional.empty();
    }
    changes = brain.changes();
    return brain.bestToShare(now).filter(best -> !family(best.rule()).equals(announced));
  }

  /** Peers have been told of that rule. */
  void announced(Rule rule, long tick) {
    announced = family(rule);
    mayAnnounce = tick + announceEveryTicks;
  }

  private static String family(Rule rule) {
    return PatternFamily.of(rule.pair(), rule.side(), rule.conditions());
  }
}
