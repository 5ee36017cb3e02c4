package mycelial.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import mycelial.feed.ListFeed;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.Quote;

/**
 * A market of one-minute bars in which buying what has fallen loses: the falling pairs slide for 40
 * to 70 minutes, rest for as long, and slide again; the others walk at random. Who buys in a slide
 * because the price looks low has most of it still ahead.
 */
final class FallingMarket {
  /** A Monday midnight. */
  private static final long START = 1_736_121_600L;

  private static final int MINUTE = 60;
  private static final double NOISE = 0.0006;
  private static final double SLIDE = -0.002;
  private static final double REST = 0.0005;

  private FallingMarket() {}

  /**
   * The market of a seed.
   *
   * @param pairs all pairs; the first {@code falling} of them fall
   * @param calmHours before the first slide
   */
  static ListFeed of(long seed, List<Pair> pairs, int falling, int calmHours, int hours) {
    TreeMap<Long, List<MarketUpdate>> updates = new TreeMap<>();
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int i = 0; i < pairs.size(); i++) {
      Walk walk = new Walk(seeds.split(), i < falling ? calmHours * MINUTE : Integer.MAX_VALUE);
      for (int minute = 0; minute < hours * MINUTE; minute++) {
        Bar bar = walk.next(START + (long) minute * MINUTE, minute);
        updates
            .computeIfAbsent(bar.end(), _ -> new ArrayList<>())
            .add(
                new MarketUpdate(
                    pairs.get(i), bar, new Quote((double) bar.end(), bar.close()), false));
      }
    }
    return new ListFeed(pairs, Interval.MINUTE, updates);
  }

  /** The price of one pair. */
  private static final class Walk {
    private final SplittableRandom random;
    private final int calmMinutes;
    private double price = 100;
    private double drift;
    private int left;

    Walk(SplittableRandom random, int calmMinutes) {
      this.random = random;
      this.calmMinutes = calmMinutes;
    }

    Bar next(long start, int minute) {
      if (minute < calmMinutes) {
        drift = 0;
      } else if (left-- <= 0) {
        drift = drift < 0 ? REST : SLIDE;
        left = random.nextInt(40, 71);
      }
      double open = price;
      price *= 1 + drift + NOISE * random.nextGaussian();
      double high = Math.max(open, price) * (1 + 0.3 * NOISE * random.nextDouble());
      double low = Math.min(open, price) * (1 - 0.3 * NOISE * random.nextDouble());
      double volume = 10 * (1 + random.nextDouble());
      return new Bar(start, Interval.MINUTE, open, high, low, price, volume, 10, Bar.Kind.TRADED);
    }
  }
}
