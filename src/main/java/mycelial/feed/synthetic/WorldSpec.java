package mycelial.feed.synthetic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairSpec;

/**
 * Everything that a synthetic market follows from: the same specification gives the same market,
 * bit for bit, on every machine. Except for {@link WorldKind#REGIMES} and {@link WorldKind#FADING},
 * whose half time depends on the length, a longer market begins like a shorter one. Immutable.
 *
 * @param kind what is hidden in it
 * @param seed any number
 * @param pairs the pairs in the order of the feed, each once
 * @param days length in days
 * @param interval length of the bars
 * @param start first instant, seconds since the epoch, a UTC midnight
 * @param costs the costs that effects are measured in
 * @param multiple gross drift of the effects, in round-trip costs of their pairs
 */
public record WorldSpec(
    WorldKind kind,
    long seed,
    List<PairSpec> pairs,
    int days,
    Interval interval,
    long start,
    CostAssumption costs,
    CostMultiple multiple) {

  /** 2025-01-01T00:00:00Z. */
  public static final long DEFAULT_START = 1_735_689_600L;

  static final int DAY_SECONDS = 86_400;
  private static final int MOST_DAYS = 3_660;

  /**
   * @throws IllegalArgumentException when no market follows from the values, saying which
   */
  public WorldSpec {
    pairs = List.copyOf(pairs);
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("a synthetic market needs at least one pair");
    }
    requireUsable(pairs);
    int fewest = kind.hasHalfTime() ? 2 : 1;
    if (days < fewest || days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "days " + days + " is not from " + fewest + " to " + MOST_DAYS);
    }
    if (start < 0 || start % DAY_SECONDS != 0) {
      throw new IllegalArgumentException("start " + start + " is not a UTC midnight");
    }
  }

  /** A specification with the usual start and costs, and the drifts of its kind. */
  public static WorldSpec of(
      WorldKind kind, long seed, List<PairSpec> pairs, int days, Interval interval) {
    return new WorldSpec(
        kind,
        seed,
        pairs,
        days,
        interval,
        DEFAULT_START,
        CostAssumption.STANDARD,
        kind.defaultMultiple());
  }

  /** The same with other drifts. */
  public WorldSpec with(CostMultiple drifts) {
    return new WorldSpec(kind, seed, pairs, days, interval, start, costs, drifts);
  }

  private static void requireUsable(List<PairSpec> pairs) {
    Set<Pair> seen = new LinkedHashSet<>();
    for (PairSpec pair : pairs) {
      if (!seen.add(pair.pair())) {
        throw new IllegalArgumentException("pair " + pair.pair() + " is listed twice");
      }
      if (pair.priceDecimals() < 0 || pair.priceDecimals() > Decimal.MOST_DECIMALS) {
        throw new IllegalArgumentException(
            "pair "
                + pair.pair()
                + " has "
                + pair.priceDecimals()
                + " price decimals, not 0 to "
                + Decimal.MOST_DECIMALS);
      }
    }
  }

  /** The instant at which the last bar ends, seconds since the epoch. */
  public long end() {
    return start + (long) days * DAY_SECONDS;
  }

  /** The pairs' names, in order. */
  List<Pair> names() {
    return pairs.stream().map(PairSpec::pair).toList();
  }

  /** Midnight in the middle: where effects change or fade. */
  int halfTimeDay() {
    return days / 2;
  }

  /** Midnight at which a day begins, seconds since the epoch. */
  long dayStart(int day) {
    return start + (long) day * DAY_SECONDS;
  }
}
