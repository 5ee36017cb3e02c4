package mycelial.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.Source;
import org.jspecify.annotations.Nullable;

/** Makes rules: at random, by mutation and by crossover. All chance comes from one generator. */
final class Breeder {
  private static final int[] HORIZON_BARS = {5, 10, 15, 20, 30};

  /** Most ideas can only be bought; sells serve as exits. */
  private static final double BUY_SHARE = 2.0 / 3;

  /** Share of conditions on the pair that the rule trades; the others look at any watched pair. */
  private static final double OWN_PAIR_SHARE = 0.75;

  /** Share of rules with three conditions. */
  private static final double THREE_SHARE = 0.3;

  /** Share of conditions that point outwards: below a low level or above a high one. */
  private static final double OUTWARD_SHARE = 0.75;

  /** Largest changes that a mutation makes to a lag and to a minute of the hour and of the day. */
  private static final int MOST_LAG_STEP = 5;

  private static final int MOST_MINUTES = 3;
  private static final int MOST_DAY_MINUTES = 90;

  private final BrainSettings settings;
  private final RandomGenerator random;
  private int serial;

  Breeder(BrainSettings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  /** Number of the last rule made. */
  int serial() {
    return serial;
  }

  /** Goes on numbering after a rule that was made before. */
  void continueAfter(int lastSerial) {
    serial = lastSerial;
  }

  /** A rule made of chance alone. */
  Rule random() {
    List<Pair> pairs = settings.watchList();
    Pair pair = pairs.get(random.nextInt(pairs.size()));
    Side side = random.nextDouble() < BUY_SHARE ? Side.BUY : Side.SELL;
    int size = random.nextDouble() < THREE_SHARE ? 3 : 2;
    List<Condition> conditions = new ArrayList<>();
    while (conditions.size() < size) {
      add(conditions, randomCondition(pair));
    }
    return create(pair, side, randomHorizon(), conditions, null);
  }

  /**
   * The parent with one thing changed: a level, a feature, the horizon or the conditions' number.
   */
  Rule mutate(Rule parent) {
    List<Condition> conditions = new ArrayList<>(parent.conditions());
    int horizon = parent.horizonMinutes();
    int index = random.nextInt(conditions.size());
    switch (random.nextInt(5)) {
      case 0, 1 -> conditions.set(index, shifted(conditions.get(index)));
      case 2 -> swapFeature(conditions, index);
      case 3 -> horizon = randomHorizon();
      default -> resize(conditions, index, parent.pair());
    }
    return create(parent.pair(), parent.side(), horizon, conditions, parent);
  }

  /** Conditions of both parents, which trade the same pair in the same direction. */
  Rule cross(Rule first, Rule second) {
    List<Condition> conditions = new ArrayList<>();
    conditions.add(pick(first.conditions()));
    add(conditions, pick(second.conditions()));
    List<Condition> rest = new ArrayList<>(second.conditions());
    rest.addAll(first.conditions());
    int size = random.nextDouble() < THREE_SHARE ? 3 : 2;
    for (Condition condition : rest) {
      if (conditions.size() < size) {
        add(conditions, condition);
      }
    }
    Rule longer = random.nextBoolean() ? first : second;
    return create(first.pair(), first.side(), longer.horizonMinutes(), conditions, first);
  }

  /** A rule with just that. */
  Rule make(Pair pair, Side side, int horizonMinutes, List<Condition> conditions) {
    return create(pair, side, horizonMinutes, conditions, null);
  }

  /** A holding time, bars. */
  int horizonBars() {
    return HORIZON_BARS[random.nextInt(HORIZON_BARS.length)];
  }

  /** A peer's rule under a name of one's own, its levels on the grid. */
  Rule adopt(Rule foreign) {
    List<Condition> conditions = foreign.conditions().stream().map(Breeder::onGrid).toList();
    return create(foreign.pair(), foreign.side(), foreign.horizonMinutes(), conditions, foreign);
  }

  /** A peer's rule as hearsay tells it: adopted, with one level a little off. */
  Rule retell(Rule foreign) {
    List<Condition> conditions = new ArrayList<>(foreign.conditions());
    int index = random.nextInt(conditions.size());
    conditions.set(index, shifted(conditions.get(index)));
    return create(foreign.pair(), foreign.side(), foreign.horizonMinutes(), conditions, foreign);
  }

  private Rule create(
      Pair pair, Side side, int horizon, List<Condition> conditions, @Nullable Rule parent) {
    serial++;
    return new Rule(
        "r" + settings.agentId() + "-" + serial,
        pair,
        side,
        horizon,
        conditions,
        parent == null ? 0 : parent.generation() + 1,
        parent == null ? null : parent.id());
  }

  private Condition randomCondition(Pair own) {
    List<Pair> pairs = settings.watchList();
    Pair pair =
        random.nextDouble() < OWN_PAIR_SHARE ? own : pairs.get(random.nextInt(pairs.size()));
    int bucket = QuantileGrid.randomBucket(random);
    boolean outward = random.nextDouble() < OUTWARD_SHARE;
    boolean high = bucket >= QuantileGrid.SIZE / 2;
    Comparison comparison = high == outward ? Comparison.ABOVE : Comparison.BELOW;
    return new Condition(pair, randomFeature(), comparison, QuantileGrid.level(bucket));
  }

  private Feature randomFeature() {
    return FeatureTable.FEATURES.get(random.nextInt(FeatureTable.FEATURES.size()));
  }

  private int randomHorizon() {
    return Math.min(horizonBars() * settings.interval().minutes(), Rule.LONGEST_HORIZON);
  }

  private Condition pick(List<Condition> conditions) {
    return conditions.get(random.nextInt(conditions.size()));
  }

  private Condition shifted(Condition old) {
    int bucket = QuantileGrid.neighbour(QuantileGrid.bucket(old.quantile()), random);
    return new Condition(old.source(), old.comparison(), QuantileGrid.level(bucket));
  }

  private static Condition onGrid(Condition old) {
    double level = QuantileGrid.level(QuantileGrid.bucket(old.quantile()));
    return new Condition(old.source(), old.comparison(), level);
  }

  /** Something else of the same kind: another feature, lag or minute near by. */
  private Source like(Source old) {
    return switch (old) {
      case Source.PairState state -> new Source.PairState(state.pair(), randomFeature());
      case Source.Signal signal ->
          new Source.Signal(
              signal.target(),
              signal.field(),
              Math.clamp(
                  (long) signal.lagMinutes() + step(MOST_LAG_STEP), 0, Source.Signal.LONGEST_LAG));
      case Source.Clock clock -> {
        int step = step(clock.cycle() == Source.Cycle.HOUR ? MOST_MINUTES : MOST_DAY_MINUTES);
        int minute = Math.floorMod(clock.minute() + step, clock.cycle().minutes());
        yield new Source.Clock(clock.cycle(), minute);
      }
    };
  }

  /** From 1 to that many, up or down. */
  private int step(int most) {
    int size = 1 + random.nextInt(most);
    return random.nextBoolean() ? size : -size;
  }

  private void swapFeature(List<Condition> conditions, int index) {
    Condition old = conditions.remove(index);
    int size = conditions.size() + 1;
    while (conditions.size() < size) {
      add(conditions, new Condition(like(old.source()), old.comparison(), old.quantile()));
    }
  }

  private void resize(List<Condition> conditions, int index, Pair own) {
    if (conditions.size() == Rule.MAXIMUM_CONDITIONS) {
      conditions.remove(index);
      return;
    }
    while (conditions.size() < Rule.MAXIMUM_CONDITIONS) {
      add(conditions, randomCondition(own));
    }
  }

  /** Adds a condition unless its source is looked at already. */
  private static void add(List<Condition> conditions, Condition condition) {
    for (Condition present : conditions) {
      if (present.source().equals(condition.source())) {
        return;
      }
    }
    conditions.add(condition);
  }
}
