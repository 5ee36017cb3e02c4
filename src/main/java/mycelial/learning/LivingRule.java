package mycelial.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
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

  /**
   * Two numbers a condition: the value's slot, then the threshold's index, complemented for BELOW.
   * The condition that holds most seldom comes first: most evaluations end there.
   */
  private final int[] code;

  LivingRule(Rule rule, FeatureTable table, BrainSettings settings, double birth) {
    this.rule = rule;
    this.pairIndex = table.indexOf(rule.pair());
    this.key = rule.evidenceKey();
    this.evidence = new Evidence(settings, birth);
    List<Condition> conditions = new ArrayList<>(rule.conditions());
    conditions.sort(Comparator.comparingDouble(LivingRule::shareOfBars));
    code = new int[2 * conditions.size()];
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      int slot = table.slot(condition.pair(), condition.feature());
      int index = slot * QuantileGrid.SIZE + QuantileGrid.bucket(condition.quantile());
      code[2 * i] = slot;
      code[2 * i + 1] = condition.comparison() == Comparison.ABOVE ? index : ~index;
    }
  }

  private static double shareOfBars(Condition condition) {
    double level = condition.quantile();
    return condition.comparison() == Comparison.ABOVE ? 1 - level : level;
  }

  /** Whether all conditions hold; an absent value or threshold (NaN) never does. */
  boolean fires(FeatureTable table) {
    for (int i = 0; i < code.length; i += 2) {
      double value = table.value(code[i]);
      int index = code[i + 1];
      boolean holds = index >= 0 ? value > table.threshold(index) : value < table.threshold(~index);
      if (!holds) {
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
