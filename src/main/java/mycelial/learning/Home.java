package mycelial.learning;

import java.util.List;
import mycelial.market.Condition;
import mycelial.market.Moat;
import mycelial.market.Source;

/** Which rules a learner can try: those of the pairs it watches that fit its moat. */
final class Home {
  private final BrainSettings settings;
  private final FeatureTable table;

  Home(BrainSettings settings, FeatureTable table) {
    this.settings = settings;
    this.table = table;
  }

  /** Whether its rules must look at a signal of the learner's moat: chance alone makes none. */
  boolean isOfMoat() {
    return settings.moat() != Moat.FINANCE;
  }

  /** Whether the rule is at home here and everything that it looks at is seen. */
  boolean isWatched(Rule rule) {
    return settings.watchList().contains(rule.pair())
        && isAtHome(rule)
        && rule.conditions().stream().allMatch(condition -> table.sees(condition.source()));
  }

  /** A learner of a moat tries rules that look at its moat's signals, and at no other moat's. */
  boolean isAtHome(Rule rule) {
    if (!isOfMoat()) {
      return true;
    }
    List<Source.Signal> seen =
        rule.conditions().stream()
            .map(Condition::source)
            .filter(Source.Signal.class::isInstance)
            .map(Source.Signal.class::cast)
            .toList();
    return !seen.isEmpty()
        && seen.stream().allMatch(signal -> signal.target().moat() == settings.moat());
  }
}
