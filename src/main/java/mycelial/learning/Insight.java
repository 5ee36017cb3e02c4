package mycelial.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.Source;
import org.jspecify.annotations.Nullable;

/**
 * Looks back on a learner's past for what came before moves that were worth their costs, and puts
 * it into a rule: a move is drawn, then one condition after the other is added that tells such
 * moments from others best, where the best is drawn among the best few, so that learners do not all
 * say the same. What is found has been fitted to the past and proves nothing: evidence counts from
 * the rule's birth on. A learner of a moat begins with one of its moat's signals, a finance learner
 * knows those that were published to it. Used by one thread.
 */
final class Insight {
  /** Occasions that do not overlap which a rule must have had in the past. */
  static final int FEWEST_OCCASIONS = 4;

  private static final double LEAST_T = 3;

  /** Bars that are drawn in search of one that was worth entering. */
  private static final int DRAWS = 300;

  /** The next condition is drawn among so many best ones. */
  private static final int BEST = 3;

  /** So many conditions that tell most bars are judged by occasions that do not overlap. */
  private static final int JUDGED = 10;

  /** Sources of other pairs that are looked at besides those of the pair itself. */
  private static final int OTHER_SOURCES = 16;

  private static final double THIRD_SHARE = 0.5;

  /** Lags at which a moat's signal is looked at, minutes. */
  private static final int[] LAGS = {0, 2, 5, 8, 12, 16, 20, 25, 30, 40, 50, 60};

  /** Signals of peers that are remembered, the newest. */
  private static final int MOST_KNOWN = 8;

  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;

  private final BrainSettings settings;
  private final RandomGenerator random;
  private final Past past;
  private final SignalHistory signals;
  private final List<Source.Signal> known = new ArrayList<>();
  private final Occasions occasions;

  /** What a round trip in each pair costs, a fraction. */
  private final double[] costs;

  Insight(BrainSettings settings, RandomGenerator random, Past past, SignalHistory signals) {
    this.settings = settings;
    this.random = random;
    this.past = past;
    this.signals = signals;
    this.occasions = new Occasions(past.bars());
    this.costs = settings.watchList().stream().mapToDouble(settings::roundTrip).toArray();
  }

  /** Notes a signal that others have found worth looking at. */
  void learnOf(Source.Signal signal) {
    if (!known.contains(signal)) {
      known.add(signal);
      if (known.size() > MOST_KNOWN) {
        known.removeFirst();
      }
    }
  }

  /** What a search has found, without a name. */
  record Finding(Pair pair, Side side, int horizonBars, List<Condition> conditions) {}

  /** A moment that was worth its costs. */
  private record Moment(int pair, Side side, int bar) {}

  /** A condition with how well it tells. */
  private record Candidate(Condition condition, double score) {
    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingDouble((Candidate candidate) -> -candidate.score());
  }

  /**
   * Searches once for rules of that horizon; null where nothing was worth its costs, or nothing
   * told it in time.
   */
  @Nullable Finding search(int horizonBars) {
    if (past.isEmpty() || horizonBars * FEWEST_OCCASIONS >= past.bars()) {
      return null;
    }
    Moment moment = moment(horizonBars);
    if (moment == null) {
      return null;
    }
    enterEverywhere(moment, horizonBars);
    List<Source> sources = sources(moment);
    List<Condition> conditions = new ArrayList<>();
    int most = random.nextDouble() < THIRD_SHARE ? Rule.MAXIMUM_CONDITIONS : 2;
    while (conditions.size() < most) {
      Candidate next = next(sources, conditions.isEmpty());
      if (next == null) {
        break;
      }
      Condition condition = next.condition();
      conditions.add(condition);
      sources.remove(condition.source());
      look(condition.source());
      occasions.narrow(condition.quantile(), condition.comparison() == Comparison.ABOVE);
    }
    boolean told = conditions.size() >= Rule.MINIMUM_CONDITIONS && occasions.apart() >= LEAST_T;
    Pair pair = settings.watchList().get(moment.pair());
    return told ? new Finding(pair, moment.side(), horizonBars, conditions) : null;
  }

  /** A moment drawn among those that were worth their costs, or null where there are few. */
  private @Nullable Moment moment(int horizon) {
    for (int draw = 0; draw < DRAWS; draw++) {
      int pair = random.nextInt(costs.length);
      int bar = random.nextInt(past.bars() - horizon);
      double change = past.close(pair, bar + horizon) / past.close(pair, bar) - 1;
      if (Math.abs(change) > costs[pair]) {
        return new Moment(pair, change > 0 ? Side.BUY : Side.SELL, bar);
      }
    }
    return null;
  }

  /** Takes every bar of the pair for an occasion. */
  private void enterEverywhere(Moment moment, int horizon) {
    double cost = costs[moment.pair()];
    double unit = settings.evidenceUnit(settings.watchList().get(moment.pair()));
    int sign = moment.side() == Side.BUY ? 1 : -1;
    occasions.clear(horizon);
    for (int bar = 0; bar + horizon < past.bars(); bar++) {
      double change = past.close(moment.pair(), bar + horizon) / past.close(moment.pair(), bar) - 1;
      double gain = (sign * change - cost) / unit;
      if (!Double.isNaN(gain)) {
        occasions.add(bar, (float) Math.clamp(gain, -1.0, 1.0));
      }
    }
    occasions.complete();
  }

  private List<Source> sources(Moment moment) {
    List<Source> sources = new ArrayList<>();
    List<Pair> pairs = settings.watchList();
    for (Feature feature : FeatureTable.FEATURES) {
      sources.add(new Source.PairState(pairs.get(moment.pair()), feature));
    }
    int minute = (int) Math.floorMod(past.end(moment.bar()) / 60, (long) DAY);
    if (settings.moat() == Moat.FINANCE) {
      for (int i = 0; i < OTHER_SOURCES && pairs.size() > 1; i++) {
        Source drawn = new Source.PairState(any(pairs), any(FeatureTable.FEATURES));
        if (!sources.contains(drawn)) {
          sources.add(drawn);
        }
      }
      if (settings.interval().minutes() < HOUR) {
        sources.add(new Source.Clock(Source.Cycle.HOUR, minute % HOUR));
      }
      sources.addAll(known);
    } else {
      for (Source.Signal series : signals.series()) {
        if (series.target().moat() == settings.moat()) {
          for (int lag : LAGS) {
            sources.add(new Source.Signal(series.target(), series.field(), lag));
          }
        }
      }
    }
    sources.add(new Source.Clock(Source.Cycle.DAY, minute / HOUR * HOUR));
    return sources;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /**
   * One of the best next conditions, or null where none tells anything: bars are many and overlap,
   * so those that tell most of them are judged once more by occasions that do not.
   */
  private @Nullable Candidate next(List<Source> sources, boolean first) {
    List<Candidate> best = new ArrayList<>();
    for (Source source : sources) {
      if (!first || settings.moat() == Moat.FINANCE || source instanceof Source.Signal) {
        look(source);
        Occasions.Level level = occasions.best(first);
        if (level.score() > 0) {
          Comparison comparison = level.above() ? Comparison.ABOVE : Comparison.BELOW;
          double quantile = QuantileGrid.level(level.level());
          best.add(new Candidate(new Condition(source, comparison, quantile), level.score()));
        }
      }
    }
    best.sort(Candidate.BEST_FIRST);
    List<Candidate> judged = new ArrayList<>();
    for (Candidate candidate : best.subList(0, Math.min(JUDGED, best.size()))) {
      Condition condition = candidate.condition();
      look(condition.source());
      boolean above = condition.comparison() == Comparison.ABOVE;
      judged.add(new Candidate(condition, occasions.apart(condition.quantile(), above)));
    }
    judged.sort(Candidate.BEST_FIRST);
    return judged.isEmpty() ? null : judged.get(random.nextInt(Math.min(BEST, judged.size())));
  }

  /** Puts the ranks of a source at the occasions in their place. */
  private void look(Source source) {
    int[] bars = occasions.bars();
    short[] ranks = occasions.ranks();
    switch (source) {
      case Source.PairState state ->
          past.ranks(
              settings.watchList().indexOf(state.pair()),
              state.feature(),
              bars,
              occasions.count(),
              ranks);
      case Source.Signal signal -> {
        SignalHistory.Walk walk = signals.walk(signal, past.end(0));
        for (int i = 0; i < occasions.count(); i++) {
          ranks[i] = PairHistory.thousandths(walk.level(past.end(bars[i])));
        }
      }
      case Source.Clock clock -> {
        for (int i = 0; i < occasions.count(); i++) {
          ranks[i] = PairHistory.thousandths(clock.level(past.end(bars[i])));
        }
      }
    }
  }
}
