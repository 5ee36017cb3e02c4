package mycelial.feed.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mycelial.feed.MarketFeed;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.Provenance;

/** Plays the series of several pairs on one clock. Used by one thread. */
final class ReplayFeed implements MarketFeed {
  private final List<PairSeries> series;
  private final List<Pair> pairs;
  private final Provenance provenance;
  private final List<String> description;
  private final long first;
  private final long last;
  private long time;

  /**
   * @param series at least one, none of them empty, of one interval
   */
  ReplayFeed(List<PairSeries> series, Provenance provenance, List<String> description) {
    this.series = List.copyOf(series);
    this.provenance = provenance;
    this.description = List.copyOf(description);
    pairs = series.stream().map(one -> one.file().pair()).toList();
    last = findLast();
    first = earliest();
    time = first;
  }

  private long findLast() {
    List<FileEnd.Ends> ends = series.stream().map(PairSeries::ends).toList();
    long until = ends.stream().mapToLong(FileEnd.Ends::lastEnd).max().orElseThrow();
    series.forEach(one -> one.goOnUntil(until));
    int seconds = interval().seconds();
    return ends.stream()
        .mapToLong(end -> Silence.lastEnd(end.lastTradedEnd(), until, seconds))
        .max()
        .orElseThrow();
  }

  private long earliest() {
    long earliest = PairSeries.NEVER;
    for (PairSeries one : series) {
      earliest = Math.min(earliest, one.nextTime());
    }
    return earliest;
  }

  @Override
  public List<Pair> pairs() {
    return pairs;
  }

  @Override
  public Interval interval() {
    return series.getFirst().file().interval();
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public List<String> description() {
    return description;
  }

  @Override
  public long firstTime() {
    return first;
  }

  @Override
  public long lastTime() {
    return last;
  }

  @Override
  public OptionalLong nextTime() {
    return time == PairSeries.NEVER ? OptionalLong.empty() : OptionalLong.of(time);
  }

  @Override
  public List<MarketUpdate> next() {
    if (time == PairSeries.NEVER) {
      throw new IllegalStateException("the feed is at its end: ask nextTime first");
    }
    List<MarketUpdate> updates = new ArrayList<>(series.size());
    for (PairSeries one : series) {
      if (one.nextTime() == time) {
        updates.add(one.take(time));
      }
    }
    time = earliest();
    return updates;
  }

  @Override
  public void close() {
    series.forEach(PairSeries::close);
  }
}
