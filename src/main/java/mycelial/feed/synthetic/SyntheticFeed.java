package mycelial.feed.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import mycelial.feed.MarketFeed;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.Provenance;
import mycelial.market.Quote;

/**
 * A synthetic market, generated while it is read in memory that does not grow. At an instant it
 * tells the bar that ends there and, as the quote, the open of the bar that starts there. Every
 * pair has every bar. Used by one thread.
 */
public final class SyntheticFeed implements MarketFeed {
  private final WorldSpec spec;
  private final World world;
  private final Market market;
  private final List<Pair> pairs;
  private List<Bar> running = List.of();
  private long time;

  /** A feed from the beginning of the market of that specification. */
  public SyntheticFeed(WorldSpec spec) {
    this.spec = spec;
    this.world = new World(spec);
    this.market = new Market(spec, world);
    this.pairs = spec.names();
    this.time = spec.start();
  }

  @Override
  public List<Pair> pairs() {
    return pairs;
  }

  @Override
  public Interval interval() {
    return spec.interval();
  }

  @Override
  public Provenance provenance() {
    return Provenance.SYNTHETIC;
  }

  @Override
  public List<String> description() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "SYNTHETIC market (world "
            + spec.kind().label()
            + ", seed "
            + spec.seed()
            + "): "
            + (world.effects().isEmpty()
                ? "nothing is planted in it"
                : world.effects().size() + " planted effects")
            + "; nobody ever traded at these prices");
    world.effects().forEach(effect -> lines.add(effect.line()));
    return List.copyOf(lines);
  }

  /** The planted effects; empty for {@link WorldKind#NOISE}. */
  public List<PlantedEffect> effects() {
    return world.effects().stream().map(effect -> effect.truth(spec)).toList();
  }

  /** The episodes of all days, by day, effect and time; decoys are not among them. */
  public List<Episode> episodes() {
    return List.copyOf(world.truth(Outcome.DRIFT));
  }

  /** Where an episode's precursor comes, all of it or in part, and nothing follows; likewise. */
  public List<Episode> decoys() {
    return List.copyOf(world.truth(Outcome.NOTHING));
  }

  /** Where the whole precursor comes and the opposite follows: a trap's bad episodes; likewise. */
  public List<Episode> reversals() {
    return List.copyOf(world.truth(Outcome.REVERSAL));
  }

  @Override
  public long firstTime() {
    return spec.start();
  }

  @Override
  public long lastTime() {
    return spec.end();
  }

  @Override
  public OptionalLong nextTime() {
    return time > spec.end() ? OptionalLong.empty() : OptionalLong.of(time);
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoSuchElementException after the end
   */
  @Override
  public List<MarketUpdate> next() {
    if (time > spec.end()) {
      throw new NoSuchElementException("the market ended at " + spec.end());
    }
    List<Bar> closed = running;
    running = time < spec.end() ? market.next() : List.of();
    List<MarketUpdate> updates = new ArrayList<>(pairs.size());
    for (int i = 0; i < pairs.size(); i++) {
      updates.add(
          new MarketUpdate(
              pairs.get(i),
              closed.isEmpty() ? null : closed.get(i),
              running.isEmpty() ? null : new Quote(time, running.get(i).open()),
              false));
    }
    time += spec.interval().seconds();
    return updates;
  }

  /** Nothing is open. */
  @Override
  public void close() {}
}
