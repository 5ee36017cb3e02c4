package mycelial.colony;

import java.util.List;
import java.util.OptionalLong;
import mycelial.feed.MarketFeed;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.Provenance;

/** The frame of a feed without what it tells. */
record Quiet(MarketFeed frame) implements MarketFeed {
  @Override
  public List<Pair> pairs() {
    return frame.pairs();
  }

  @Override
  public Interval interval() {
    return frame.interval();
  }

  @Override
  public Provenance provenance() {
    return frame.provenance();
  }

  @Override
  public List<String> description() {
    return frame.description();
  }

  @Override
  public long firstTime() {
    return frame.firstTime();
  }

  @Override
  public long lastTime() {
    return frame.lastTime();
  }

  @Override
  public OptionalLong nextTime() {
    return OptionalLong.empty();
  }

  @Override
  public List<MarketUpdate> next() {
    throw new IllegalStateException("nothing is known in advance");
  }

  @Override
  public void close() {
    frame.close();
  }
}
