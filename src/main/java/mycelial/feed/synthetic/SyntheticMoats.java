package mycelial.feed.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import mycelial.feed.MoatFeed;
import mycelial.feed.MoatSource;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;
import org.jspecify.annotations.Nullable;

/**
 * The moats of a synthetic market, generated while they are read: the signals that {@link
 * WorldWriter} writes beside its candles. Used by one thread.
 */
public final class SyntheticMoats implements MoatFeed {
  private final MoatSeries series;
  private final MoatSource source;
  private @Nullable MoatSignal upcoming;

  /** The moats of the market of that specification, from its beginning. */
  public SyntheticMoats(WorldSpec spec) {
    series = new MoatSeries(spec);
    source =
        new MoatSource(
            MoatProvenance.SIMULATED,
            "world " + spec.kind().label() + ", seed " + spec.seed(),
            MoatSeries.TARGETS);
    upcoming = read();
  }

  private @Nullable MoatSignal read() {
    return series.hasNext() ? series.next() : null;
  }

  @Override
  public MoatSource source() {
    return source;
  }

  @Override
  public List<String> description() {
    return List.of("simulated moat signals of " + source.name() + "; nobody ever measured them");
  }

  @Override
  public OptionalLong nextTime() {
    return upcoming == null ? OptionalLong.empty() : OptionalLong.of(upcoming.seenTime());
  }

  @Override
  public List<MoatSignal> next() {
    MoatSignal first = upcoming;
    if (first == null) {
      throw new NoSuchElementException("the series have ended");
    }
    List<MoatSignal> signals = new ArrayList<>();
    while (upcoming != null && upcoming.seenTime() == first.seenTime()) {
      signals.add(upcoming);
      upcoming = read();
    }
    return signals;
  }

  /** Nothing is open. */
  @Override
  public void close() {}
}
