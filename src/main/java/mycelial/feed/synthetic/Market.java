package mycelial.feed.synthetic;

import java.util.ArrayList;
import java.util.List;
import mycelial.market.Bar;

/**
 * Makes the bars of all pairs minute by minute; it holds one day's scripts and nothing of the past.
 * Used by one thread.
 */
final class Market {
  private final WorldSpec spec;
  private final World world;
  private final Chance factor;
  private final List<PairWalk> walks = new ArrayList<>();
  private List<PairDay> scripts = List.of();
  private long minutes;

  Market(WorldSpec spec, World world) {
    this.spec = spec;
    this.world = world;
    this.factor = Chance.of(spec.seed(), "factor");
    spec.pairs().forEach(pair -> walks.add(new PairWalk(pair, spec.seed(), spec.kind())));
  }

  /** The next bar of every pair, in the order of the pairs. */
  List<Bar> next() {
    List<Bar> bars = nextMinute();
    int length = spec.interval().minutes();
    if (length == 1) {
      return bars;
    }
    List<BarSum> sums = new ArrayList<>(bars.size());
    bars.forEach(bar -> sums.add(new BarSum(bar)));
    for (int minute = 1; minute < length; minute++) {
      bars = nextMinute();
      for (int i = 0; i < sums.size(); i++) {
        sums.get(i).add(bars.get(i));
      }
    }
    return sums.stream().map(sum -> sum.bar(spec.interval())).toList();
  }

  private List<Bar> nextMinute() {
    int minute = (int) (minutes % Timetable.DAY_MINUTES);
    if (minute == 0) {
      scripts = world.scripts((int) (minutes / Timetable.DAY_MINUTES));
    }
    long start = spec.start() + 60 * minutes;
    double common = factor.studentT();
    List<Bar> bars = new ArrayList<>(walks.size());
    for (int i = 0; i < walks.size(); i++) {
      bars.add(walks.get(i).next(start, common, scripts.get(i), minute));
    }
    minutes++;
    return bars;
  }
}
