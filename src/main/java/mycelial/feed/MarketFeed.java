package mycelial.feed;

import java.util.List;
import java.util.OptionalLong;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.Provenance;

/**
 * A source of closed bars and quotes in time order. A bar is announced at its end, never before; a
 * recorded feed announces the open of a bar as a quote at its start. Used by one thread.
 */
public interface MarketFeed extends AutoCloseable {
  /** The pairs it serves, in order. */
  List<Pair> pairs();

  /** Length of its bars. */
  Interval interval();

  /** Whether it was traded somewhere or made by a generator. */
  Provenance provenance();

  /** What it is, in words, for reports; planted effects are listed. */
  List<String> description();

  /** First instant at which anything becomes known, seconds since the epoch. */
  long firstTime();

  /** Last instant at which anything becomes known, seconds since the epoch. */
  long lastTime();

  /** Next instant at which something becomes known, seconds since the epoch; empty at the end. */
  OptionalLong nextTime();

  /**
   * Everything that becomes known at {@link #nextTime}, in the order of {@link #pairs}, and moves
   * on.
   *
   * @throws BadDataException when the source holds something that cannot be a bar
   */
  List<MarketUpdate> next();

  /** Closes files and connections. */
  @Override
  void close();
}
