package mycelial.feed.synthetic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The moats' series of a synthetic market in time order: every channel wanders about its mean
 * (autoregressive, cut at three deviations), told every 5 to 20 minutes; where an effect is
 * announced by a channel, its value jumps for once. Holds one day. Used by one thread.
 */
public final class MoatSeries implements Iterator<MoatSignal> {
  private static final List<Channel> SERIES =
      List.of(
          new Channel("repo-data:Python", "stars_per_hour", 120, 15),
          new Channel("logistics-data:US-West", "congestion_index", 50, 6),
          new Channel("govt-data:US-Federal", "policy_mentions", 30, 4),
          new Channel("corp-data:Tech", "sentiment_index", 55, 5));
  static final List<String> CHANNELS = SERIES.stream().map(Channel::name).toList();
  private static final double MEMORY = 0.9;
  private static final double NEWS = StrictMath.sqrt(1 - MEMORY * MEMORY);
  private static final double WIDEST = 3;
  static final int DECIMALS = 4;

  private final WorldSpec spec;
  private final World world;
  private final List<Wander> wanders = new ArrayList<>();
  private final Deque<MoatSignal> today = new ArrayDeque<>();
  private int day;

  private record Channel(String name, String field, double mean, double deviation) {
    MoatSignal signal(long timestamp, double deviations) {
      double value = mean + deviation * deviations;
      return new MoatSignal(timestamp, name, field, Decimal.round(value, DECIMALS));
    }
  }

  /** One channel's background. */
  private static final class Wander {
    private final Channel channel;
    private final Chance chance;
    private long next;
    private double level;

    Wander(Channel channel, WorldSpec spec) {
      this.channel = channel;
      this.chance = Chance.of(spec.seed(), "moat/" + channel.name());
      this.level = chance.gaussian();
      this.next = spec.start() + 60L * chance.integer(1, 20);
    }

    void until(long end, List<MoatSignal> signals) {
      while (next < end) {
        double cut = StrictMath.max(-WIDEST, StrictMath.min(WIDEST, level));
        signals.add(channel.signal(next, cut));
        level = MEMORY * level + NEWS * chance.gaussian();
        next += 60L * chance.integer(5, 20);
      }
    }
  }

  /** The series from the beginning of the market of that specification. */
  public MoatSeries(WorldSpec spec) {
    this.spec = spec;
    this.world = new World(spec);
    SERIES.forEach(channel -> wanders.add(new Wander(channel, spec)));
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
    List<MoatSignal> signals = new ArrayList<>();
    wanders.forEach(wander -> wander.until(spec.dayStart(day + 1), signals));
    for (Event event : world.events(day)) {
      if (event.effect().sign() instanceof Sign.Signal sign && !event.decoy()) {
        Channel channel = SERIES.get(CHANNELS.indexOf(sign.channel()));
        long timestamp = event.truth(spec.dayStart(day)).precursorStart();
        signals.add(channel.signal(timestamp, 4 + 2 * event.strength()));
      }
    }
    signals.sort(Comparator.comparingLong(MoatSignal::timestamp)); // stable: channels in order
    today.addAll(signals);
    day++;
  }
}
