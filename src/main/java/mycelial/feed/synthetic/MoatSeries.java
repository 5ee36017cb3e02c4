package mycelial.feed.synthetic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import mycelial.market.Moat;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;

/**
 * The moats' series of a synthetic market in time order: every channel wanders about its mean
 * (autoregressive, cut at three deviations), told every 5 to 20 minutes; where an effect is
 * announced by a channel, its value jumps for once, in the place of what it would have told at that
 * instant. Every signal is known when it happens. Holds one day. Used by one thread.
 */
public final class MoatSeries implements Iterator<MoatSignal> {
  private static final List<Series> SERIES =
      List.of(
          new Series(new MoatTarget(Moat.CODE, "Python"), "stars_per_hour", 120, 15),
          new Series(new MoatTarget(Moat.LOGISTICS, "US-West"), "congestion_index", 50, 6),
          new Series(new MoatTarget(Moat.GOVERNMENT, "US-Federal"), "policy_mentions", 30, 4),
          new Series(new MoatTarget(Moat.CORPORATIONS, "Tech"), "sentiment_index", 55, 5));
  static final List<MoatTarget> TARGETS = SERIES.stream().map(Series::target).toList();
  static final List<String> CHANNELS = TARGETS.stream().map(MoatTarget::channel).toList();
  private static final double MEMORY = 0.9;
  private static final double NEWS = StrictMath.sqrt(1 - MEMORY * MEMORY);
  private static final double WIDEST = 3;
  static final int DECIMALS = 4;

  private final WorldSpec spec;
  private final World world;
  private final List<Wander> wanders = new ArrayList<>();
  private final Deque<MoatSignal> today = new ArrayDeque<>();
  private int day;

  private record Series(MoatTarget target, String field, double mean, double deviation) {
    MoatSignal signal(long time, double deviations) {
      double value = mean + deviation * deviations;
      return MoatSignal.at(time, target, field, Decimal.round(value, DECIMALS));
    }
  }

  /** One channel's background. */
  private static final class Wander {
    private final Series series;
    private final Chance chance;
    private long next;
    private double level;

    Wander(Series series, WorldSpec spec) {
      this.series = series;
      this.chance = Chance.of(spec.seed(), "moat/" + series.target().channel());
      this.level = chance.gaussian();
      this.next = spec.start() + 60L * chance.integer(1, 20);
    }

    void until(long end, Day signals) {
      while (next < end) {
        double cut = StrictMath.max(-WIDEST, StrictMath.min(WIDEST, level));
        signals.put(series, next, cut);
        level = MEMORY * level + NEWS * chance.gaussian();
        next += 60L * chance.integer(5, 20);
      }
    }
  }

  /** The series from the beginning of the market of that specification. */
  public MoatSeries(WorldSpec spec) {
    this.spec = spec;
    this.world = new World(spec);
    SERIES.forEach(series -> wanders.add(new Wander(series, spec)));
  }

  @Override
  public boolean hasNext() {
    while (today.isEmpty() && day < spec.days()) {
      fill();
    }
    return !today.isEmpty();
  }

  @Override
  public MoatSignal next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the market ended at " + spec.end());
    }
    return today.removeFirst();
  }

  private void fill() {
    Day signals = new Day();
    wanders.forEach(wander -> wander.until(spec.dayStart(day + 1), signals));
    for (Event event : world.events(day)) {
      if (event.effect().sign() instanceof Sign.Signal sign && !event.decoy()) {
        Series series = SERIES.get(CHANNELS.indexOf(sign.channel()));
        long time = event.truth(spec.dayStart(day)).precursorStart();
        signals.put(series, time, 4 + 2 * event.strength());
      }
    }
    today.addAll(signals.inOrder());
    day++;
  }

  /** A day's signals by instant, then by the order of the series. */
  private static final class Day {
    private final SortedMap<Long, MoatSignal[]> signals = new TreeMap<>();

    void put(Series series, long time, double deviations) {
      signals.computeIfAbsent(time, _ -> new MoatSignal[SERIES.size()])[SERIES.indexOf(series)] =
          series.signal(time, deviations);
    }

    List<MoatSignal> inOrder() {
      return signals.values().stream().flatMap(Stream::of).filter(Objects::nonNull).toList();
    }
  }
}
