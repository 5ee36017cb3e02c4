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
import mycelial.feed.kraken.KrakenPairs;
import mycelial.feed.replay.CandleFolder;
import mycelial.feed.replay.CandleFolder.Selection;
import mycelial.feed.replay.CandleStore;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The past that a live session learns on before it trades. Wherever it comes from it is a folder of
 * candles in the end, and so the same canonical series.
 */
final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private WarmUp() {}

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
   * Keeps what the exchange still has, at most 720 bars a pair, as candle files in a folder. A pair
   * without any is told once, in the log.
   *
   * @return the pairs of which it has any
   * @throws KrakenException when the exchange cannot be had at all
   * @throws BadDataException when it has nothing of any pair
   */
  static List<Pair> download(
      KrakenHistory history, KrakenPairs pairs, Interval interval, Path folder, PairNames names) {
    var downloader = new Downloader(history, CandleStore.open(folder, names), names, interval);
    List<Pair> known = new ArrayList<>();
    for (KrakenPair pair : pairs.listed()) {
      try {
        if (downloader.newest(pair, OptionalLong.empty()).span().isPresent()) {
          known.add(pair.pair());
        } else {
          LOG.warn("{}: the exchange has no past bars", pair.pair());
        }
      } catch (KrakenException failure) {
        if (failure.isTransient()) {
          throw failure;
        }
        LOG.warn("{}: no past bars: {}", pair.pair(), failure.getMessage());
      }
    }
    if (known.isEmpty()) {
      throw new BadDataException(
          "the exchange has no past bars of any pair; warm up on a folder: --warm-up DIR");
    }
    return known;
  }
}
