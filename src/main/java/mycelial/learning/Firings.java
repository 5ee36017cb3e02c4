package mycelial.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.Source;
import org.jspecify.annotations.Nullable;

/** Finds the bars of a history on which a rule would have fired. Used by one thread. */
final class Firings {
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
      if (own.isActionable(i) && holds(tests, own.end(i))) {
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

  /** The conditions on what there is a history of, the rarest first. */
  private List<Test> compile(Rule rule) {
    List<Condition> conditions = new ArrayList<>(rule.conditions());
    conditions.sort(Comparator.comparingDouble(Condition::share));
    List<Test> tests = new ArrayList<>();
    for (Condition condition : conditions) {
      Test test = test(condition);
      if (test != null) {
        tests.add(test);
      }
    }
    return tests;
  }

  private @Nullable Test test(Condition condition) {
    return switch (condition.source()) {
      case Source.PairState state -> {
        PairHistory history = market.of(state.pair());
        yield history == null ? null : new StateTest(history, state.feature(), condition);
      }
      case Source.Signal signal -> {
        SignalHistory.Walk levels = market.signals().follow(signal);
        yield time -> condition.holds(levels.level(time));
      }
      case Source.Clock clock -> time -> condition.holds(clock.level(time));
    };
  }

  /** A condition, asked about ascending times, seconds since the epoch. */
  private interface Test {
    boolean holds(long time);
  }

  /** A condition on the history of a pair. */
  private static final class StateTest implements Test {
    private final PairHistory history;
    private final short[] ranks;
    private final boolean above;
    private final int limit;
    private int at;

    StateTest(PairHistory history, Feature feature, Condition condition) {
      this.history = history;
      this.ranks = history.ranks(feature);
      this.above = condition.comparison() == Comparison.ABOVE;
      this.limit = above ? leastAbove(condition.quantile()) : mostBelow(condition.quantile());
      this.at = history.first();
    }

    /** The least number of thousandths that is more than a level. */
    private static int leastAbove(double level) {
      int rank = Math.max(0, (int) (level * PairHistory.RANK_STEPS) - 1);
      while ((double) rank / PairHistory.RANK_STEPS <= level) {
        rank++;
      }
      return rank;
    }

    /** The greatest number of thousandths that is less than a level. */
    private static int mostBelow(double level) {
      int rank = (int) (level * PairHistory.RANK_STEPS) + 1;
      while ((double) rank / PairHistory.RANK_STEPS >= level) {
        rank--;
      }
      return rank;
    }

    @Override
    public boolean holds(long time) {
      while (at + 1 < history.size() && history.end(at + 1) <= time) {
        at++;
      }
      int rank = history.end(at) <= time ? ranks[at] : PairHistory.ABSENT;
      return above ? rank >= limit : rank >= 0 && rank <= limit;
    }
  }
}
