package mycelial.feed.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Bar;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Compares two files of one pair, reading both side by side: memory does not grow with them. Used
 * by one thread.
 */
final class Comparison {
  private final CandleFile finer;
  private final CandleFile coarser;
  private long compared;
  private long agreeing;
  private @Nullable String firstDifference;

  private Comparison(CandleFile finer, CandleFile coarser) {
    this.finer = finer;
    this.coarser = coarser;
  }

  /**
   * Compares every file with the finest one of its pair whose bars add up to its own.
   *
   * @param files sound ones, of one interval and pair once
   * @return for each file all that it was part of
   */
  static Map<CandleFile, List<Agreement>> all(List<CandleFile> files) {
    Map<Pair, List<CandleFile>> byPair = new TreeMap<>();
    files.forEach(file -> byPair.computeIfAbsent(file.pair(), pair -> new ArrayList<>()).add(file));
    Map<CandleFile, List<Agreement>> found = new TreeMap<>(Comparator.comparing(CandleFile::path));
    files.forEach(file -> found.put(file, new ArrayList<>()));
    for (List<CandleFile> group : byPair.values()) {
      group.sort(Comparator.comparing(CandleFile::interval));
      for (CandleFile coarser : group) {
        group.stream()
            .filter(finer -> addsUp(finer, coarser))
            .findFirst()
            .ifPresent(finer -> {
              Agreement agreement = new Comparison(finer, coarser).run();
              if (agreement.compared() == 0) {
                return;
              }
              found.getOrDefault(finer, new ArrayList<>()).add(agreement);
              found.getOrDefault(coarser, new ArrayList<>()).add(agreement);
            });
      }
    }
    return found;
  }

  private static boolean addsUp(CandleFile finer, CandleFile coarser) {
    return finer.interval() != coarser.interval()
        && coarser.interval().seconds() % finer.interval().seconds() == 0;
  }

  /** Sums of the finer file, one ahead. */
  private static final class Sums {
    private final CandleReader reader;
    private final CandleFile coarser;
    private @Nullable Bar next;
    private long end = Long.MIN_VALUE;

    Sums(CandleReader reader, CandleFile coarser) {
      this.reader = reader;
      this.coarser = coarser;
      next = reader.next();
    }

    /** Start of the first bar. */
    long first() {
      return next == null ? Long.MAX_VALUE : next.start();
    }

    /** End of the last bar that was read. */
    long end() {
      return end;
    }

    @Nullable Bar next() {
      Bar bar = next;
      if (bar == null) {
        return null;
      }
      Sum sum = new Sum(bar, coarser.interval());
      end = bar.end();
      for (next = reader.next(); next != null && sum.takes(next); next = reader.next()) {
        sum.add(next);
        end = next.end();
      }
      return sum.bar();
    }

    boolean isOver() {
      return next == null;
    }
  }

  private Agreement run() {
    try (CandleReader fine = CandleReader.open(finer);
        CandleReader coarse = CandleReader.open(coarser)) {
      compare(new Sums(fine, coarser), coarse);
    }
    return new Agreement(finer.interval(), coarser.interval(), compared, agreeing, firstDifference);
  }

  /** A sum counts only where the finer file was there from its beginning to its end. */
  private void compare(Sums sums, CandleReader coarse) {
    long begin = sums.first();
    Bar sum = sums.next();
    Bar bar = coarse.next();
    long coarseBegin = bar == null ? Long.MAX_VALUE : bar.start();
    while (sum != null && bar != null) {
      long start = Math.min(sum.start(), bar.start());
      boolean whole =
          start >= begin && start >= coarseBegin && (!sums.isOver() || reaches(sums, start));
      if (whole) {
        judge(start == sum.start() ? sum : null, start == bar.start() ? bar : null);
      }
      Bar done = sum;
      if (start == done.start()) {
        sum = sums.next();
      }
      if (start == bar.start()) {
        bar = coarse.next();
      }
    }
  }

  /** Whether the finer file, which is over, has a bar in the last part of a longer bar. */
  private boolean reaches(Sums sums, long start) {
    return sums.end() >= start + coarser.interval().seconds();
  }

  private void judge(@Nullable Bar sum, @Nullable Bar bar) {
    Bar any = sum == null ? bar : sum;
    if (any == null || ((sum == null || bar == null) && any.volume() == 0)) {
      return; // one has a row that says "nothing traded", the other has none
    }
    compared++;
    String difference =
        sum == null || bar == null
            ? "only the bars of "
                + (sum == null ? coarser : finer).interval().minutes()
                + " min have it"
            : Differences.between(sum, bar);
    if (difference == null) {
      agreeing++;
    } else if (firstDifference == null) {
      firstDifference = Instant.ofEpochSecond(any.start()) + ": " + difference;
    }
  }
}
