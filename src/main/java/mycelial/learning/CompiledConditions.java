package mycelial.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;

/**
 * The conditions of all rules of a population as flat arrays, since most evaluations end at a
 * rule's first condition: the one that holds most seldom. A level is negative for BELOW.
 */
final class CompiledConditions {
  private static final int WIDTH = Rule.MAXIMUM_CONDITIONS;

  private final int[] slots;
  private final double[] levels;

  CompiledConditions(int places) {
    slots = new int[places * WIDTH];
    levels = new double[places * WIDTH];
  }

  /** Compiles a rule into a place. */
  void set(int place, Rule rule, FeatureTable table) {
    List<Condition> conditions = new ArrayList<>(rule.conditions());
    conditions.sort(Comparator.comparingDouble(Condition::share));
    for (int i = 0; i < WIDTH; i++) {
      // A missing third condition repeats the first, which holds if it is asked at all.
      Condition condition = conditions.get(i < conditions.size() ? i : 0);
      int index = place * WIDTH + i;
      slots[index] = table.slot(condition.source());
      boolean above = condition.comparison() == Comparison.ABOVE;
      levels[index] = above ? condition.quantile() : -condition.quantile();
    }
  }

  /** Whether all conditions of the rule in a place hold; an absent rank (NaN) never does. */
  boolean hold(int place, FeatureTable table) {
    int first = place * WIDTH;
    for (int index = first; index < first + WIDTH; index++) {
      double rank = table.rank(slots[index]);
      double level = levels[index];
      if (!(level > 0 ? rank > level : rank < -level)) {
        return false;
      }
    }
    return true;
  }
}
