package mycelial.colony;

import java.util.List;
import java.util.OptionalLong;
import mycelial.feed.MarketFeed;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.Provenance;

/** A feed that throws an error at one of its instants. Used by one thread. */
final class FailingFeed implements MarketFeed {
  private final MarketFeed feed;
  private final Error error;
  private int left;

  FailingFeed(MarketFeed feed, int instants, Error error) {
    this.feed = feed;
    this.left = instants;
    this.error = error;
  }

  @Override
  public List<MarketUpdate> next() {
    if (left-- == 0) {
      throw error;
    }
    return feed.next();
  }

  @Override
  public List<Pair> pairs() {
    return feed.pairs();
  }

  @Override
  public Interval interval() {
    return feed.interval();
  }

  @Override
  public Provenance provenance() {
    return feed.provenance();
  }

  @Override
  public List<String> description() {
    return feed.description();
  }

  @Override
  public long firstTime() {
    return feed.firstTime();
  }

  @Override
  public long lastTime() {
    return feed.lastTime();
  }

  @Override
  public OptionalLong nextTime() {
    return feed.nextTime();
  }

  @Override
  public void close() {
    feed.close();
  }
}
