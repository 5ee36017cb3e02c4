package mycelial.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;

/** Finds the bars of a history on which a rule would have fired. Used by one thread. */
final class Firings {
  private static final int STEPS = 1000;

  private final MarketHistory market;

  Firings(MarketHistory market) {
    this.market = market;
  }

  /**
   * Indexes of the bars of the rule's pair on which it fires, ascending. As in a learner, a quiet
   * bar fires nothing, and of other pairs the newest bar known at the time counts.
   */
  int[] of(Rule rule) {
    PairHistory own = market.of(rule.pair());
    List<Test> tests = compile(rule);
    if (own == null || tests.size() < rule.conditions().size()) {
      return new int[0];
    }
    int first = own.first();
    int[] fired = new int[own.bars()];
    int count = 0;
    for (int i = first; i < own.size(); i++) {
      if (!own.isQuiet(i) && holds(tests, own.end(i))) {
        fired[count++] = i;
      }
    }
    return Arrays.copyOf(fired, count);
  }

  private static boolean holds(List<Test> tests, long time) {
    for (int i = 0; i < tests.size(); i++) {
      if (!tests.get(i).holds(time)) {
        return false;
      }
    }
    return true;
  }

  /** The conditions on pairs that there is a history of, the rarest first. */
  private List<Test> compile(Rule rule) {
    List<Test> tests = new ArrayList<>();
    for (Condition condition : rule.conditions()) {
      PairHistory history = market.of(condition.pair());
      if (history != null) {
        tests.add(new Test(history, condition));
      }
    }
    tests.sort(Comparator.comparingDouble(test -> test.share));
    return tests;
  }

  /** A condition on a history, asked about ascending times. */
  private static final class Test {
    private final PairHistory history;
    private final short[] ranks;
    private final boolean above;
    private final int limit;
    private final double share;
    private int at;

    Test(PairHistory history, Condition condition) {
      this.history = history;
      this.ranks = history.ranks(condition.feature());
      this.above = condition.comparison() == Comparison.ABOVE;
      this.limit = above ? leastAbove(condition.quantile()) : mostBelow(condition.quantile());
      this.share = above ? 1 - condition.quantile() : condition.quantile();
      this.at = history.first();
    }

    /** The least number of thousandths that is more than a level. */
    private static int leastAbove(double level) {
      int rank = Math.max(0, (int) (level * STEPS) - 1);
      while ((double) rank / STEPS <= level) {
        rank++;
      }
      return rank;
    }

    /** The greatest number of thousandths that is less than a level. */
    private static int mostBelow(double level) {
      int rank = (int) (level * STEPS) + 1;
      while ((double) rank / STEPS >= level) {
        rank--;
      }
      return rank;
    }

    boolean holds(long time) {
      while (at + 1 < history.size() && history.end(at + 1) <= time) {
        at++;
      }
      int rank = history.end(at) <= time ? ranks[at] : PairHistory.ABSENT;
      return above ? rank >= limit : rank >= 0 && rank <= limit;
    }
  }
}
