package mycelial.learning;

import java.util.ArrayList;
import java.util.List;

/** What the council has to hear of a learner's rules. Used by one thread. */
final class Reports {
  /**
   * Logarithm of the e-value from which a rule is reported. Less could pass only beside thousands
   * of others, and to leave a rule out errs against proof.
   */
  private static final double REPORT_FROM = 3;

  private final List<LivingRule> waiting = new ArrayList<>();

  /** A rule has a new outcome; one that has once been reported always is. */
  void note(LivingRule rule) {
    if (rule.reported || rule.evidence.logValue() >= REPORT_FROM) {
      rule.reported = true;
      if (!waiting.contains(rule)) {
        waiting.add(rule);
      }
    }
  }

  /** The reports that have not been taken yet. */
  List<Proving> take() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Proving> taken = new ArrayList<>();
    for (LivingRule rule : waiting) {
      Evidence evidence = rule.evidence;
      taken.add(
          new Proving(
              rule.rule, rule.trial, evidence.logValue(), evidence.outcomes(), evidence.mean()));
    }
    waiting.clear();
    return taken;
  }
}
