package mycelial.feed.replay;

import static mycelial.feed.replay.Candles.T0;
import static mycelial.feed.replay.Candles.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import mycelial.feed.ListFeed;
import mycelial.feed.MarketFeed;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.Quote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The feed against the rule written down minute by minute, on series with silences of all kinds.
 */
final class CanonicalSeriesPropertyTest {
  private static final int MINUTES = 600;
  private static final List<String> NAMES = List.of("ETHUSD", "XBTUSD", "SOLUSD");

  @TempDir Path folder;

  @Test
  void tellsWhatTheRuleSaysAndEndsWhenItSaid() {
    qt().withExamples(150)
        .forAll(longs().all())
        .checkAssert(seed -> {
          SortedMap<Pair, SortedMap<Long, Bar>> rows = writeAll(new SplittableRandom(seed));
          try (MarketFeed feed = Candles.open(folder)) {
            long first = feed.firstTime();
            long last = feed.lastTime();
            ListFeed told = ListFeed.drain(feed);
            assertThat(told.firstTime()).isEqualTo(first);
            assertThat(told.lastTime()).isEqualTo(last);
            assertThat(told.remaining()).isEqualTo(naive(rows));
          }
        });
  }

  @Test
  void tellsAPrefixWhenTheWindowEndsEarlier() {
    qt().withExamples(100)
        .forAll(longs().all())
        .checkAssert(seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          writeAll(random);
          long to = T0 + 60L * random.nextInt(60, MINUTES);
          SortedMap<Long, List<MarketUpdate>> whole =
              Candles.drain(folder, CandleFolder.Selection.ALL).remaining();
          SortedMap<Long, List<MarketUpdate>> part =
              Candles.drain(folder, Candles.between(0, to)).remaining();
          long last = part.lastKey();
          assertThat(part.headMap(last)).isEqualTo(whole.headMap(last));
          assertThat(bars(part.getOrDefault(last, List.of())))
              .isNotEmpty()
              .isEqualTo(bars(whole.getOrDefault(last, List.of())));
        });
  }

  private static List<MarketUpdate> bars(List<MarketUpdate> updates) {
    return updates.stream()
        .filter(update -> update.closed() != null)
        .map(update -> new MarketUpdate(update.pair(), update.closed(), null, update.gap()))
        .toList();
  }

  private SortedMap<Pair, SortedMap<Long, Bar>> writeAll(SplittableRandom random) {
    SortedMap<Pair, SortedMap<Long, Bar>> rows = new TreeMap<>();
    for (String name : NAMES) {
      SortedMap<Long, Bar> bars = new TreeMap<>();
      List<String> lines = new ArrayList<>();
      long minute = random.nextInt(50);
      do {
        double price = random.nextInt(1, 4);
        double volume = random.nextInt(3) == 0 ? 0 : 1;
        lines.add(flat(minute, price, volume));
        bars.put(T0 + 60 * minute, Candles.bar(minute, price, volume));
        minute += step(random);
      } while (minute < MINUTES);
      Candles.write(folder, name + "_1.csv", lines.toArray(String[]::new));
      rows.put(Candles.NAMES.resolve(name).orElseThrow(), bars);
    }
    return rows;
  }

  private static int step(SplittableRandom random) {
    return switch (random.nextInt(20)) {
      case 0 -> random.nextInt(55, 70);
      case 1 -> random.nextInt(2, 130);
      case 2, 3, 4 -> 2;
      default -> 1;
    };
  }

  private static SortedMap<Long, List<MarketUpdate>> naive(
      SortedMap<Pair, SortedMap<Long, Bar>> rows) {
    SortedMap<Long, List<MarketUpdate>> told = new TreeMap<>();
    long end = rows.values().stream().mapToLong(bars -> bars.lastKey() + 60).max().orElseThrow();
    rows.forEach((pair, bars) -> naive(pair, bars, end, told));
    return told;
  }

  private static void naive(
      Pair pair, SortedMap<Long, Bar> bars, long end, SortedMap<Long, List<MarketUpdate>> told) {
    @Nullable Bar traded = null;
    for (long time = T0; time <= end; time += 60) {
      Bar row = bars.get(time - 60);
      Bar closed = null;
      boolean gap = false;
      if (row != null && !isFlat(row, bars)) {
        closed = row;
        gap = traded != null && row.start() - traded.end() > 3600;
        traded = row;
      } else if (traded != null && time - traded.end() <= 3600) {
        closed = Bar.quiet(time - 60, Interval.MINUTE, traded.close());
      }
      Bar next = bars.get(time);
      Quote quote = next == null || isFlat(next, bars) ? null : new Quote(time, next.open());
      if (closed != null || quote != null) {
        told.computeIfAbsent(time, t -> new ArrayList<>())
            .add(new MarketUpdate(pair, closed, quote, gap));
      }
    }
  }

  private static boolean isFlat(Bar bar, SortedMap<Long, Bar> bars) {
    SortedMap<Long, Bar> before = bars.headMap(bar.start());
    return !before.isEmpty()
        && bar.volume() == 0
        && bar.close() == before.lastEntry().getValue().close();
  }
}
