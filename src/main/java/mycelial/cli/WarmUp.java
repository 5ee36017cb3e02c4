package mycelial.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mycelial.feed.BadDataException;
import mycelial.feed.MarketFeed;
import mycelial.feed.kraken.KrakenException;
import mycelial.feed.kraken.KrakenHistory;
import mycelial.feed.kraken.KrakenPair;
import mycelial.feed.replay.CandleFolder;
import mycelial.feed.replay.CandleFolder.Selection;
import mycelial.feed.replay.CandleStore;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairNames;

/**
 * The past that a live session learns on before it trades. Wherever it comes from it is a folder of
 * candles in the end, and so the same canonical series.
 */
final class WarmUp {
  private WarmUp() {}

  /**
   * A past that has been downloaded.
   *
   * @param feed the candles
   * @param notices a sentence for each pair without any, or with fewer than were to be had
   */
  record Past(MarketFeed feed, List<String> notices) {}

  /**
   * Candles that somebody has: those that end at an instant at the latest.
   *
   * @param from start of the first one wanted, seconds since the epoch; empty for all
   * @param until seconds since the epoch
   * @throws BadDataException when there are none, or they cannot be used
   */
  static MarketFeed local(
      Path folder, Wanted wanted, OptionalLong from, long until) {
    long end = until - wanted.interval().seconds() + 1;
    if (from.isPresent() && from.getAsLong() >= end) {
      throw new BadDataException(
          "there is no bar between " + Times.brief(from.getAsLong()) + " and " + Times.brief(until));
    }
    return CandleFolder.open(
        folder,
        new Selection(from, OptionalLong.of(end), wanted.pairs(), wanted.interval()),
        wanted.names());
  }

  /**
   * What is wanted of a folder.
   *
   * @param pairs in the order in which they are to be served
   * @param interval length of the bars
   * @param names of the pairs
   */
  record Wanted(List<Pair> pairs, Interval interval, PairNames names) {}

  /**
   * Downloads the newest bars, at most 720 a pair, into a folder. A pair that cannot be had is told
   * once and left out.
   *
   * @param folder an empty one, or one of an earlier download, which goes on
   * @throws KrakenException when the exchange cannot be had at all
   * @throws BadDataException when no pair has a bar
   */
  static Past kraken(
      KrakenHistory history, List<KrakenPair> pairs, Interval interval, Path folder, PairNames names) {
    List<String> notices = new ArrayList<>();
    var downloader =
        new Downloader(history, CandleStore.open(folder, names), names, interval);
    for (KrakenPair pair : pairs) {
      try {
        Downloader.Fetched fetched = downloader.newest(pair, OptionalLong.empty());
        if (fetched.span().isEmpty()) {
          notices.add(pair.pair() + ": Kraken has no bars of " + interval.minutes() + " min");
        }
        fetched.holes().forEach(hole -> notices.add(pair.pair() + ": no bars from " + hole));
      } catch (KrakenException failure) {
        if (failure.isTransient() || failure.kind() == KrakenException.Kind.AUTH) {
          throw failure;
        }
        notices.add(pair.pair() + ": " + failure.getMessage());
      }
    }
    List<Pair> order = pairs.stream().map(KrakenPair::pair).toList();
    Selection all =
        new Selection(OptionalLong.empty(), OptionalLong.empty(), order, interval);
    return new Past(CandleFolder.open(folder, all, names), List.copyOf(notices));
  }
}
