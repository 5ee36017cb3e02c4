package mycelial.learning;

import java.util.ArrayList;
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
 * it into a rule: a move is drawn among those, then one condition after the other is added that
 * tells such moments from others best, where the best is drawn among the best few, so that learners
 * do not all say the same. What is found has been fitted to the past and proves nothing: evidence
 * counts from the rule's birth on. A learner of a moat begins with one of its moat's signals, a
 * finance learner knows those that were published to it. Used by one thread.
 */
final class Insight {
  /** Bars that must have been worth entering, of all pairs together, before a search begins. */
  private static final int FEWEST_WORTHWHILE = 12;

  /** Occasions that do not overlap which a rule must have had in the past. */
  private static final int FEWEST_OCCASIONS = 4;

  private static final double LEAST_T = 3;

  /** The next condition is drawn among so many best ones. */
  private static final int BEST = 3;

  /** So many conditions that tell most bars are judged by occasions. */
  private static final int JUDGED = 10;

  /** Sources of other pairs that are looked at besides those of the pair itself. */
  private static final int OTHER_SOURCES = 16;

  private static final double THIRD_SHARE = 0.5;

  /** Lags at which a moat's signal is looked at, minutes. */
  private static final int[] LAGS = {0, 2, 5, 8, 12, 16, 20, 25, 30, 40, 50, 60};

  private static final int DAY_STEP = 60;

  private final BrainSettings settings;
  private final RandomGenerator random;
  private final Past past;
  private final SignalHistory signals;
  private final List<Source.Signal> known = new ArrayList<>();
  private final float[] closes;
  private final short[] ranks;
  private final float[] gains;
  private final boolean[] open;

  Insight(BrainSettings settings, RandomGenerator random, Past past, SignalHistory signals) {
    this.settings = settings;
    this.random = random;
    this.past = past;
    this.signals = signals;
    this.closes = new float[past.bars()];
    this.ranks = new short[past.bars()];
    this.gains = new float[past.bars()];
    this.open = new boolean[past.bars()];
  }

  /** Notes a signal that others have found worth looking at. */
  void learnOf(Source.Signal signal) {
    if (!known.contains(signal)) {
      known.add(signal);
    }
  }

  /** What a search has found, without a name. */
  record Finding(Pair pair, Side side, int horizonBars, List<Condition> conditions) {}

  /** A moment that was worth its costs. */
  private record Moment(int pair, Side side, int bar) {}

  /** A condition with how well it tells. */
  private record Candidate(Condition condition, double score) {}

  /**
   * Searches once for rules of that horizon; null where nothing was worth its costs, or nothing told
   * it in time.
   */
  @Nullable Finding search(int horizonBars) {
    if (past.isEmpty() || horizonBars * FEWEST_OCCASIONS >= past.bars()) {
      return null;
    }
    Moment moment = moment(horizonBars);
    if (moment == null) {
      return null;
    }
    Pair pair = settings.watchList().get(moment.pair());
    fillGains(moment.pair(), moment.side(), horizonBars);
    for (int bar = 0; bar < open.length; bar++) {
      open[bar] = !Float.isNaN(gains[bar]);
    }
    List<Source> sources = sources(moment);
    List<Condition> conditions = new ArrayList<>();
    int most = random.nextDouble() < THIRD_SHARE ? Rule.MAXIMUM_CONDITIONS : 2;
    while (conditions.size() < most && !sources.isEmpty()) {
      Candidate next = next(sources, conditions, horizonBars);
      if (next == null) {
        break;
      }
      conditions.add(next.condition());
      sources.remove(next.condition().source());
      narrow(next.condition());
    }
    boolean told = conditions.size() >= Rule.MINIMUM_CONDITIONS && isWorthwhile(horizonBars);
    return told ? new Finding(pair, moment.side(), horizonBars, conditions) : null;
  }

  /** A moment drawn among all that were worth their costs, or null where there are few. */
  private @Nullable Moment moment(int horizon) {
    List<Pair> pairs = settings.watchList();
    int found = 0;
    Moment drawn = null;
    for (int pair = 0; pair < pairs.size(); pair++) {
      past.closes(pair, closes);
      float costs = (float) settings.roundTrip(pairs.get(pair));
      for (int bar = 0; bar + horizon < closes.length; bar++) {
        float change = closes[bar + horizon] / closes[bar] - 1;
        boolean up = change > costs;
        if (up || change < -costs) {
          found++;
          if (random.nextInt(found) == 0) {
            drawn = new Moment(pair, up ? Side.BUY : Side.SELL, bar);
          }
        }
      }
    }
    return found < FEWEST_WORTHWHILE ? null : drawn;
  }

  /** What entering at each bar would have earned, as a fraction of what evidence counts at most. */
  private void fillGains(int pair, Side side, int horizon) {
    past.closes(pair, closes);
    double costs = settings.roundTrip(settings.watchList().get(pair));
    int sign = side == Side.BUY ? 1 : -1;
    for (int bar = 0; bar < gains.length; bar++) {
      double change =
          bar + horizon < gains.length ? closes[bar + horizon] / closes[bar] - 1.0 : Double.NaN;
      gains[bar] = (float) Math.clamp((sign * change - costs) / (3 * costs), -1.0, 1.0);
    }
  }

  private List<Source> sources(Moment moment) {
    List<Source> sources = new ArrayList<>();
    List<Pair> pairs = settings.watchList();
    Pair own = pairs.get(moment.pair());
    for (Feature feature : FeatureTable.FEATURES) {
      sources.add(new Source.PairState(own, feature));
    }
    long end = past.end(moment.bar());
    if (settings.moat() == Moat.FINANCE) {
      for (int i = 0; i < OTHER_SOURCES && pairs.size() > 1; i++) {
        Source drawn = new Source.PairState(any(pairs), any(FeatureTable.FEATURES));
        if (!sources.contains(drawn)) {
          sources.add(drawn);
        }
      }
      if (settings.interval().minutes() < Source.Cycle.HOUR.minutes()) {
        sources.add(new Source.Clock(Source.Cycle.HOUR, (int) Math.floorMod(end / 60, 60L)));
      }
      sources.addAll(known);
    } else {
      for (Source.Signal series : signals.series()) {
        for (int lag : LAGS) {
          sources.add(new Source.Signal(series.target(), series.field(), lag));
        }
      }
    }
    int hour = (int) Math.floorMod(end / 60, 1440L) / DAY_STEP;
    sources.add(new Source.Clock(Source.Cycle.DAY, hour * DAY_STEP));
    return sources;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /**
   * One of the best next conditions, or null where none tells anything: bars are many and overlap, so
   * those that tell most of them are judged once more by occasions that do not.
   */
  private @Nullable Candidate next(List<Source> sources, List<Condition> before, int horizon) {
    boolean moatFirst = settings.moat() != Moat.FINANCE && before.isEmpty();
    Tally all = new Tally();
    for (int bar = 0; bar < gains.length; bar++) {
      if (open[bar]) {
        all.add(gains[bar]);
      }
    }
    // The first condition has to tell better moments from worse ones, the further ones to earn.
    double base = before.isEmpty() ? all.mean() : 0;
    List<Candidate> best = new ArrayList<>();
    for (Source source : sources) {
      if (moatFirst && !(source instanceof Source.Signal)) {
        continue;
      }
      Candidate candidate = best(source, base, all, !before.isEmpty(), horizon);
      if (candidate != null) {
        best.add(candidate);
      }
    }
    best.sort((one, other) -> Double.compare(other.score(), one.score()));
    List<Candidate> judged = new ArrayList<>();
    for (Candidate candidate : best.subList(0, Math.min(JUDGED, best.size()))) {
      judged.add(new Candidate(candidate.condition(), occasions(candidate.condition(), horizon)));
    }
    judged.sort((one, other) -> Double.compare(other.score(), one.score()));
    return judged.isEmpty() ? null : judged.get(random.nextInt(Math.min(BEST, judged.size())));
  }

  /** How well a further condition tells occasions that do not overlap. */
  private double occasions(Condition condition, int horizon) {
    boolean[] before = open.clone();
    narrow(condition);
    double score = occasions(horizon).tStatistic();
    System.arraycopy(before, 0, open, 0, open.length);
    return score;
  }

  /** The level of a source at which it tells most. */
  private @Nullable Candidate best(
      Source source, double base, Tally all, boolean further, int horizon) {
    fillRanks(source);
    Tally[] between = new Tally[QuantileGrid.SIZE + 1];
    for (int i = 0; i < between.length; i++) {
      between[i] = new Tally();
    }
    for (int bar = 0; bar < ranks.length; bar++) {
      if (open[bar] && ranks[bar] != Past.ABSENT) {
        between[QuantileGrid.levelsBelow(ranks[bar])].add(gains[bar]);
      }
    }
    Candidate best = null;
    Tally below = new Tally();
    for (int level = 0; level < QuantileGrid.SIZE; level++) {
      below.add(between[level]);
      Tally above = new Tally();
      for (int i = level + 1; i < between.length; i++) {
        above.add(between[i]);
      }
      best = better(best, source, Comparison.BELOW, level, below.score(base, all, further, horizon));
      best = better(best, source, Comparison.ABOVE, level, above.score(base, all, further, horizon));
    }
    return best;
  }

  private static @Nullable Candidate better(
      @Nullable Candidate best, Source source, Comparison comparison, int level, double score) {
    if (!(score > 0) || (best != null && score <= best.score())) {
      return best;
    }
    return new Candidate(new Condition(source, comparison, QuantileGrid.level(level)), score);
  }

  private void fillRanks(Source source) {
    switch (source) {
      case Source.PairState state ->
          past.ranks(settings.watchList().indexOf(state.pair()), state.feature(), ranks);
      case Source.Signal signal -> {
        for (int bar = 0; bar < ranks.length; bar++) {
          ranks[bar] = rank(signals.level(signal, past.end(bar)));
        }
      }
      case Source.Clock clock -> {
        for (int bar = 0; bar < ranks.length; bar++) {
          ranks[bar] = rank(clock.level(past.end(bar)));
        }
      }
    }
  }

  private static short rank(double level) {
    return Double.isNaN(level) ? Past.ABSENT : (short) StrictMath.rint(level * Past.STEPS);
  }

  private void narrow(Condition condition) {
    fillRanks(condition.source());
    double limit = condition.quantile() * Past.STEPS;
    boolean above = condition.comparison() == Comparison.ABOVE;
    for (int bar = 0; bar < ranks.length; bar++) {
      boolean holds = above ? ranks[bar] > limit : ranks[bar] < limit;
      open[bar] &= ranks[bar] != Past.ABSENT && holds;
    }
  }

  /** Whether the bars that are left, entered without overlap, have earned something. */
  private boolean isWorthwhile(int horizon) {
    Tally occasions = occasions(horizon);
    return occasions.count >= FEWEST_OCCASIONS && occasions.tStatistic() >= LEAST_T;
  }

  private Tally occasions(int horizon) {
    Tally occasions = new Tally();
    int free = 0;
    for (int bar = 0; bar < gains.length; bar++) {
      if (open[bar] && bar >= free) {
        occasions.add(gains[bar]);
        free = bar + horizon;
      }
    }
    return occasions;
  }

  /** Sums of gains. */
  private static final class Tally {
    private int count;
    private double sum;
    private double squares;

    void add(double gain) {
      count++;
      sum += gain;
      squares += gain * gain;
    }

    void add(Tally other) {
      count += other.count;
      sum += other.sum;
      squares += other.squares;
    }

    double mean() {
      return count == 0 ? 0 : sum / count;
    }

    private double variance() {
      return count == 0 ? 0 : Math.max(0, squares / count - mean() * mean());
    }

    /** Mean over its standard error; the spread is at least a tenth of the unit. */
    double tStatistic() {
      return mean() * Math.sqrt(count) / Math.max(0.1, Math.sqrt(variance()));
    }

    /** How far the mean lies above a base, in standard errors of bars that overlap. */
    double score(double base, Tally all, boolean before, int horizon) {
      if (count < FEWEST_OCCASIONS) {
        return 0;
      }
      double spread = Math.max(0.1, Math.sqrt(before ? variance() : all.variance()));
      return (mean() - base) * Math.sqrt((double) count / horizon) / spread;
    }
  }
}
