package mycelial.colony;

import java.util.List;
import java.util.OptionalLong;
import mycelial.feed.Connector;
import mycelial.feed.MarketFeed;
import mycelial.feed.ScaledClock;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * A market of which it is not known how it goes on: everything enters through the session's inbox
 * and journal.
 *
 * @param pairs its pairs, in order
 * @param interval length of its bars
 * @param provenance whether it is traded somewhere
 * @param description what it is, in words
 * @param origin first instant of the session, where its past begins, seconds since the epoch
 * @param end last instant of the session, seconds since the epoch
 * @param lateSeconds a bar that enters longer than this after its end is late
 * @param line the way to it, or null where only its journal is played again
 */
public record LiveMarket(
    List<Pair> pairs,
    Interval interval,
    Provenance provenance,
    List<String> description,
    long origin,
    long end,
    double lateSeconds,
    @Nullable Line line) {
  /** Copies the lists. */
  public LiveMarket {
    pairs = List.copyOf(pairs);
    description = List.copyOf(description);
  }

  /**
   * The way to a live market.
   *
   * @param clock its time
   * @param connectors what brings its news; closed with the session
   * @param orders is shown the account's orders
   * @param afterwards releases what they shared, once all are closed
   */
  public record Line(
      ScaledClock clock,
      List<Connector> connectors,
      PaperOrders.Checker orders,
      Runnable afterwards) {
    /** Copies the list. */
    public Line {
      connectors = List.copyOf(connectors);
    }
  }

  /** The same with a way to it. */
  public LiveMarket over(Line way) {
    return new LiveMarket(pairs, interval, provenance, description, origin, end, lateSeconds, way);
  }

  /** The market as a feed, which knows nothing in advance. */
  MarketFeed feed() {
    return new Unwritten(this);
  }

  /** A feed without instants of its own. */
  private record Unwritten(LiveMarket market) implements MarketFeed {
    @Override
    public List<Pair> pairs() {
      return market.pairs();
    }

    @Override
    public Interval interval() {
      return market.interval();
    }

    @Override
    public Provenance provenance() {
      return market.provenance();
    }

    @Override
    public List<String> description() {
      return market.description();
    }

    @Override
    public long firstTime() {
      return market.origin();
    }

    @Override
    public long lastTime() {
      return market.end();
    }

    @Override
    public OptionalLong nextTime() {
      return OptionalLong.empty();
    }

    @Override
    public List<MarketUpdate> next() {
      throw new IllegalStateException("nothing is known in advance of a live market");
    }

    @Override
    public void close() {
      // Connectors belong to the session.
    }
  }
}
