package mycelial.config;

import mycelial.market.Interval;

/**
 * What a team of explorers looks at.
 *
 * @param everyMinutes minutes between two proposals of a member
 * @param lookBackHours what the first member looks back on, hours; the second looks back on twice,
 *     the third on three times as much
 */
public record TeamSettings(int everyMinutes, int lookBackHours) {
  /** Fewer bars than these are no statistic, however long a bar is. */
  private static final int LEAST_BARS = 24;

  static TeamSettings read(Section in, String team, int everyMinutes, int lookBackHours) {
    return new TeamSettings(
        in.integer(team + "-every-minutes", everyMinutes, 1, 10_080),
        in.integer(team + "-look-back-hours", lookBackHours, 1, 8784));
  }

  /** Minutes between two proposals where bars have that interval: a whole number of bars. */
  public int periodMinutes(Interval interval) {
    return Math.ceilDiv(everyMinutes, interval.minutes()) * interval.minutes();
  }

  /** Bars of that interval that the first member looks back on, at least 24. */
  public int lookBackBars(Interval interval) {
    return Math.max(LEAST_BARS, 60 * lookBackHours / interval.minutes());
  }
}
