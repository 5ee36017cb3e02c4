package mycelial.colony;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import mycelial.config.Configuration;
import mycelial.feed.ListFeed;
import mycelial.feed.MarketFeed;
import mycelial.feed.replay.CandleFolder;
import mycelial.feed.replay.CandleFolder.Selection;
import mycelial.feed.synthetic.SyntheticFeed;
import mycelial.feed.synthetic.WorldKind;
import mycelial.feed.synthetic.WorldSpec;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.PairSpec;

/** A window of a market in memory, which can be played again and again. */
record Tape(List<Pair> pairs, Interval interval, SortedMap<Long, List<MarketUpdate>> updates) {
  private static final Configuration CONFIGURATION = Configuration.defaults();

  /** The pairs of the kit's analysts; a learner of a market of these watches them all. */
  static final List<Pair> ANALYSED =
      Stream.concat(
              CONFIGURATION.analysts().bootstrap().stream(),
              Stream.of("SOLUSD", "ADAUSD", "LINKUSD", "DOGEUSD", "ATOMUSD", "DOTUSD")
                  .map(Pair::new))
          .toList();

  /** Everything that a feed tells. */
  static Tape of(MarketFeed feed) {
    try (feed) {
      return new Tape(feed.pairs(), feed.interval(), ListFeed.drain(feed).remaining());
    }
  }

  /** What the analysed pairs are like. */
  static List<PairSpec> specs() {
    return ANALYSED.stream().map(CONFIGURATION::spec).toList();
  }

  /** Hours of a sample world of the analysed pairs. */
  static Tape sample(int fromHour, int toHour) {
    WorldSpec spec =
        WorldSpec.of(WorldKind.SAMPLE, 7, specs(), (toHour + 23) / 24, Interval.MINUTE);
    return of(new SyntheticFeed(spec))
        .from(spec.start() + 3600L * fromHour)
        .until(spec.start() + 3600L * toHour + 1);
  }

  /**
   * Recorded candles of the analysed pairs that start in a window; skips the test where there are
   * none.
   */
  static MarketFeed recorded(String set, long from, long to) {
    Selection window = new Selection(OptionalLong.of(from), OptionalLong.of(to), ANALYSED, null);
    return CandleFolder.open(folder(set), window, CONFIGURATION.names());
  }

  /** The folder of a set of recorded candles; skips the test where there is none. */
  static Path folder(String set) {
    Path folder = Path.of(System.getProperty("mycelial.data", "../shared/data")).resolve(set);
    assumeTrue(Files.isDirectory(folder), () -> "no recorded candles at " + folder + ": skipped");
    return folder;
  }

  static long at(String instant) {
    return Instant.parse(instant).getEpochSecond();
  }

  /** What is told from an instant on. */
  Tape from(long time) {
    return new Tape(pairs, interval, updates.tailMap(time));
  }

  /** Another tape of the same instants, each update replaced; one that says nothing is left out. */
  Tape map(BiFunction<Long, MarketUpdate, MarketUpdate> change) {
    SortedMap<Long, List<MarketUpdate>> changed = new TreeMap<>();
    updates.forEach((time, known) ->
        changed.put(
            time,
            known.stream()
                .map(update -> change.apply(time, update))
                .filter(update -> update.closed() != null || update.quote() != null)
                .toList()));
    return new Tape(pairs, interval, changed);
  }

  /** What is told before an instant. */
  Tape until(long time) {
    return new Tape(pairs, interval, updates.headMap(time));
  }

  /** The first instant, seconds since the epoch. */
  long first() {
    return updates.firstKey();
  }

  MarketFeed feed() {
    return new ListFeed(pairs, interval, updates);
  }
}
