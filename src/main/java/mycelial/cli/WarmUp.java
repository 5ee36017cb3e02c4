package mycelial.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mycelial.feed.BadDataException;
import mycelial.feed.MarketFeed;
import mycelial.feed.kraken.KrakenHistory;
import mycelial.feed.kraken.KrakenPair;
import mycelial.feed.kraken.KrakenPairs;
import mycelial.feed.replay.CandleFolder;
import mycelial.feed.replay.CandleFolder.Selection;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairNames;

/** The past on which a live session warms up, through the same reader as every recorded market. */
final class WarmUp {
  private WarmUp() {}

  /**
   * Candles of a folder that ended before an instant.
   *
   * @param until seconds since the epoch
   * @throws BadDataException when the folder has none
   */
  static MarketFeed local(
      Path folder, List<Pair> pairs, Interval interval, long until, PairNames names) {
    long last = until - Math.floorMod(until, interval.seconds());
    return CandleFolder.open(
        folder, new Selection(OptionalLong.empty(), OptionalLong.of(last), pairs, interval), names);
  }

  /**
   * Keeps what the exchange still has, at most 720 bars a pair, as candle files in a folder.
   *
   * @return the pairs of which it has any
   * @throws mycelial.feed.kraken.KrakenException when it does not answer
   * @throws BadDataException when it has nothing at all
   */
  static List<Pair> download(
      KrakenHistory history, KrakenPairs pairs, Interval interval, Path folder) {
    List<Pair> known = new ArrayList<>();
    for (KrakenPair pair : pairs.listed()) {
      List<Bar> bars = history.ohlc(pair, interval, 0);
      if (!bars.isEmpty()) {
        write(bars, folder.resolve(pair.pair().name() + "_" + interval.minutes() + ".csv"));
        known.add(pair.pair());
      }
    }
    if (known.isEmpty()) {
      throw new BadDataException(
          "the exchange has no past bars of any pair; warm up on a folder: --warm-up DIR");
    }
    return known;
  }

  private static void write(List<Bar> bars, Path file) {
    List<String> rows = new ArrayList<>(bars.size());
    for (Bar bar : bars) {
      rows.add(
          bar.start()
              + ","
              + plain(bar.open())
              + ","
              + plain(bar.high())
              + ","
              + plain(bar.low())
              + ","
              + plain(bar.close())
              + ","
              + plain(bar.volume())
              + ","
              + bar.trades());
    }
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, rows);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file, failed);
    }
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).toPlainString();
  }
}
