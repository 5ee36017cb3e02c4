package mycelial.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mycelial.feed.BadDataException;
import mycelial.feed.MarketFeed;
import mycelial.feed.kraken.KrakenException;
import mycelial.feed.kraken.KrakenHistory;
import mycelial.feed.kraken.KrakenPair;
import mycelial.feed.kraken.KrakenPairs;
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
   * A past that the exchange has.
   *
   * @param feed the candles
   * @param notices a sentence for each pair without any
   */
  record Past(MarketFeed feed, List<String> notices) {}

  /**
   * Candles of a folder that end at an instant at the latest.
   *
   * @param pairs in the order in which they are to be served
   * @param until seconds since the epoch
   * @throws BadDataException when there are none, or they cannot be used
   */
  static MarketFeed local(
      Path folder, List<Pair> pairs, Interval interval, long until, PairNames names) {
    long end = until - interval.seconds() + 1;
    return CandleFolder.open(
        folder, new Selection(OptionalLong.empty(), OptionalLong.of(end), pairs, interval), names);
  }

  /**
   * What the exchange still has, at most 720 bars a pair, kept as candle files in a folder. A
   * folder that is there already is opened as it is, so that a session's past does not change.
   *
   * @throws KrakenException when the exchange cannot be had at all
   * @throws BadDataException when it has nothing of any pair
   */
  static Past kraken(
      KrakenHistory history, KrakenPairs pairs, Interval interval, Path folder, PairNames names) {
    List<String> notices =
        Files.exists(folder)
            ? List.of()
            : download(
                new Downloader(history, CandleStore.open(folder, names), names, interval), pairs);
    Selection all =
        new Selection(OptionalLong.empty(), OptionalLong.empty(), pairs.pairs(), interval);
    return new Past(CandleFolder.open(folder, all, names), notices);
  }

  private static List<String> download(Downloader downloader, KrakenPairs pairs) {
    List<String> notices = new ArrayList<>();
    boolean any = false;
    for (KrakenPair pair : pairs.listed()) {
      try {
        boolean has = downloader.newest(pair, OptionalLong.empty()).span().isPresent();
        any |= has;
        if (!has) {
          notices.add(pair.pair() + ": the exchange has no past bars");
        }
      } catch (KrakenException failure) {
        if (failure.isTransient()) {
          throw failure;
        }
        notices.add(pair.pair() + ": " + failure.getMessage());
      }
    }
    if (!any) {
      throw new BadDataException(
          "the exchange has no past bars of any pair; warm up on a folder: --warm-up DIR");
    }
    return notices;
  }
}
