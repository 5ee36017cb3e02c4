package mycelial.feed.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * When a trap is one: stretches of 2 to 4 hours in which the pair has a third of its usual
 * volatility, with 8 to 14 hours between them, in which the precursor proves its worth again. The
 * first comes after 30 to 36 hours. They cover a sixth of a week and follow no clock. Immutable.
 */
final class BadRegimes {
  static final double VOLATILITY = 0.35;
  private static final int SHORTEST = 2 * 60;
  private static final int LONGEST = 4 * 60;
  private static final int LEAST_REST = 8 * 60;
  private static final int MOST_REST = 14 * 60;
  private static final int EARLIEST = 30 * 60;
  private static final int LATEST = 36 * 60;

  /** A stretch, minutes from the beginning of the market; the end is excluded. */
  record Stretch(int from, int to) {}

  private final List<Stretch> stretches;

  private BadRegimes(List<Stretch> stretches) {
    this.stretches = List.copyOf(stretches);
  }

  /** Those of an effect, which belong to its pair. */
  static BadRegimes of(WorldSpec spec, int effect) {
    Chance chance = Chance.of(spec.seed(), "regimes/" + effect);
    List<Stretch> stretches = new ArrayList<>();
    int from = chance.integer(EARLIEST, LATEST);
    while (from < spec.days() * Timetable.DAY_MINUTES) {
      int to = from + chance.integer(SHORTEST, LONGEST);
      stretches.add(new Stretch(from, to));
      from = to + chance.integer(LEAST_REST, MOST_REST);
    }
    return new BadRegimes(stretches);
  }

  List<Stretch> stretches() {
    return stretches;
  }

  /** Whether a minute of a day is in one. */
  boolean holds(int day, int minute) {
    int at = day * Timetable.DAY_MINUTES + minute;
    return stretches.stream().anyMatch(each -> at >= each.from() && at < each.to());
  }

  /** Writes a day's volatility. */
  void write(int day, PairDay script) {
    int midnight = day * Timetable.DAY_MINUTES;
    for (Stretch stretch : stretches) {
      int from = StrictMath.max(0, stretch.from() - midnight);
      int to = StrictMath.min(Timetable.DAY_MINUTES, stretch.to() - midnight);
      script.scaleVolatility(from, to, VOLATILITY);
    }
  }
}
