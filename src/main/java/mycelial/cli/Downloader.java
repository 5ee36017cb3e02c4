package mycelial.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import mycelial.feed.kraken.KrakenHistory;
import mycelial.feed.kraken.KrakenPair;
import mycelial.feed.replay.CandleStore;
import mycelial.feed.replay.CandleStore.Span;
import mycelial.feed.replay.Overlap;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.PairNames;

/**
 * Brings closed bars of Kraken into a folder of candles. It goes on where the folder ends; whatever
 * has come is kept when it is interrupted. Used by one thread.
 *
 * @param history where bars come from
 * @param store where they go to
 * @param names under which files are found again
 * @param interval length of the bars
 */
record Downloader(KrakenHistory history, CandleStore store, PairNames names, Interval interval) {
  /** Trades are fetched and kept in portions of so many seconds. */
  private static final long PORTION = 6 * 3600;

  /**
   * What has come of a pair; times are epoch seconds.
   *
   * @param pair the pair
   * @param added bars that were not there before
   * @param span what its file covers now; null without a file
   * @param holes what is missing in it
   */
  record Fetched(String pair, long added, Optional<Span> span, List<Hole> holes) {}

  /** Bars that are missing; epoch seconds, the end exclusive. */
  record Hole(long from, long to) {
    private List<Hole> portions() {
      List<Hole> portions = new ArrayList<>();
      for (long begin = from; begin < to; begin += PORTION) {
        portions.add(new Hole(begin, Math.min(to, begin + PORTION)));
      }
      return portions;
    }

    @Override
    public String toString() {
      return Times.brief(from) + " to " + Times.brief(to);
    }
  }

  /**
   * Brings what OHLC has after the end of the file: at most the newest 720 bars. Holes are told.
   *
   * @param since from when on bars are wanted; empty for as far back as OHLC reaches
   * @throws mycelial.feed.kraken.KrakenException when it cannot be had
   */
  Fetched newest(KrakenPair pair, OptionalLong since) {
    Optional<Span> there = span(pair);
    List<Bar> bars = ohlc(pair, since, there);
    return new Fetched(pair.pair().name(), keep(pair, bars), span(pair), holes(since, there, bars));
  }

  /**
   * The same, with holes filled by bars that are added up from single trades.
   *
   * @param steps hears what is fetched
   * @throws mycelial.feed.kraken.KrakenException when it cannot be had; what came before is kept
   */
  Fetched filled(KrakenPair pair, OptionalLong since, Consumer<String> steps) {
    Optional<Span> there = span(pair);
    List<Bar> bars = ohlc(pair, since, there);
    long added = 0;
    for (Hole hole : holes(since, there, bars)) {
      List<Hole> portions = hole.portions();
      if (there.isPresent() && hole.to() <= there.get().first()) {
        Collections.reverse(portions); // so that the file never has a hole within
      }
      for (Hole portion : portions) {
        steps.accept(pair.altname() + " " + portion);
        added += keep(pair, trades(pair, portion));
      }
    }
    added += keep(pair, bars);
    return new Fetched(pair.pair().name(), added, span(pair), List.of());
  }

  private Optional<Span> span(KrakenPair pair) {
    return store.span(pair.pair(), interval);
  }

  private List<Bar> ohlc(KrakenPair pair, OptionalLong since, Optional<Span> there) {
    long after = there.map(Span::last).orElse(since.orElse(0) - 1);
    return history.ohlc(pair, interval, Math.max(0, after));
  }

  private List<Hole> holes(OptionalLong since, Optional<Span> there, List<Bar> bars) {
    int seconds = interval.seconds();
    List<Hole> holes = new ArrayList<>();
    if (since.isPresent()) {
      long from = since.getAsLong() + Math.floorMod(-since.getAsLong(), seconds);
      long to = there.map(Span::first).orElse(bars.isEmpty() ? from : bars.getFirst().start());
      holes.add(new Hole(from, to));
    }
    if (there.isPresent() && !bars.isEmpty()) {
      holes.add(new Hole(there.get().last() + seconds, bars.getFirst().start()));
    }
    return holes.stream().filter(hole -> hole.from() < hole.to()).toList();
  }

  private List<Bar> trades(KrakenPair pair, Hole portion) {
    return history.trades(pair, interval, portion.from(), portion.to()).stream()
        .map(bar -> exact(bar, pair.spec().lotDecimals()))
        .toList();
  }

  /** A sum of volumes has no more decimals than a lot. */
  private static Bar exact(Bar bar, int decimals) {
    return new Bar(
        bar.start(),
        bar.interval(),
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        BigDecimal.valueOf(bar.volume()).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue(),
        bar.trades(),
        bar.kind());
  }

  private long keep(KrakenPair pair, List<Bar> bars) {
    if (bars.isEmpty()) {
      return 0;
    }
    boolean known = names.resolve(pair.altname()).filter(pair.pair()::equals).isPresent();
    String name = known ? pair.altname() : pair.pair().name();
    return store.merge(pair.pair(), interval, name, bars, Overlap.REFUSE).added();
  }
}
