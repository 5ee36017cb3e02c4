package mycelial.learning;

import mycelial.market.Condition;
import org.jspecify.annotations.Nullable;

/** A rule of the population with its evidence and its virtual trade, compiled to table indexes. */
final class LivingRule {
  final Rule rule;
  final int pairIndex;
  final long key;
  final Evidence evidence;

  /** The open virtual trade; there is never a second one, so that outcomes do not overlap. */
  @Nullable VirtualTrade trade;

  /** Has fired and waits for a quote to open its virtual trade at. */
  boolean pending;

  /** Voted on the last bar on which it was evaluated. */
  boolean voted;

  /** Was licensed at least once. */
  boolean discovered;

  boolean archived;

  /** To be replaced before the next evaluation. */
  boolean doomed;

  /** Evaluations since it last fired. */
  int idle;

  private final int[] slots;
  private final int[] thresholds;
  private final double[] signs;

  LivingRule(Rule rule, FeatureTable table, BrainSettings settings, double birth) {
    this.rule = rule;
    this.pairIndex = table.indexOf(rule.pair());
    this.key = rule.evidenceKey();
    this.evidence = new Evidence(settings, birth);
    int size = rule.conditions().size();
    slots = new int[size];
    thresholds = new int[size];
    signs = new double[size];
    for (int i = 0; i < size; i++) {
      Condition condition = rule.conditions().get(i);
      slots[i] = table.slot(condition.pair(), condition.feature());
      thresholds[i] = slots[i] * QuantileGrid.SIZE + QuantileGrid.bucket(condition.quantile());
      signs[i] = condition.comparison() == Condition.Comparison.ABOVE ? 1 : -1;
    }
  }

  /** Whether all conditions hold; an absent value or threshold (NaN) never does. */
  boolean fires(FeatureTable table) {
    for (int i = 0; i < slots.length; i++) {
      double excess = table.value(slots[i]) - table.threshold(thresholds[i]);
      if (!(signs[i] * excess > 0)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it looks at the same things for as long as another rule. */
  boolean isTwinOf(Rule other, long otherKey) {
    return key == otherKey && rule.horizonMinutes() == other.horizonMinutes();
  }
}
