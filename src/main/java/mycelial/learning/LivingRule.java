package mycelial.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
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
   * The conditions as parallel arrays; a level is negative for BELOW. The condition that holds most
   * seldom comes first: most evaluations end there.
   */
  private final int[] pairs;

  private final Feature[] features;
  private final double[] levels;

  LivingRule(Rule rule, FeatureTable table, BrainSettings settings, double birth) {
    this.rule = rule;
    this.pairIndex = table.indexOf(rule.pair());
    this.key = rule.evidenceKey();
    this.evidence = new Evidence(settings, birth);
    List<Condition> conditions = new ArrayList<>(rule.conditions());
    conditions.sort(Comparator.comparingDouble(LivingRule::shareOfBars));
    int size = conditions.size();
    pairs = new int[size];
    features = new Feature[size];
    levels = new double[size];
    for (int i = 0; i < size; i++) {
      Condition condition = conditions.get(i);
      pairs[i] = table.indexOf(condition.pair());
      features[i] = condition.feature();
      boolean above = condition.comparison() == Comparison.ABOVE;
      levels[i] = above ? condition.quantile() : -condition.quantile();
    }
  }

  private static double shareOfBars(Condition condition) {
    double level = condition.quantile();
    return condition.comparison() == Comparison.ABOVE ? 1 - level : level;
  }

  /** Whether all conditions hold; an absent rank (NaN) never does. */
  boolean fires(FeatureTable table) {
    for (int i = 0; i < levels.length; i++) {
      double rank = table.rank(pairs[i], features[i]);
      double level = levels[i];
      boolean holds = level > 0 ? rank > level : rank < -level;
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
