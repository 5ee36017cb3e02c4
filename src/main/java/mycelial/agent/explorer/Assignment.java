package mycelial.agent.explorer;

import mycelial.market.StrategyType;

/**
 * What one explorer is to do.
 *
 * @param team its team
 * @param lookBackBars how far it looks back, bars, at least one
 * @param periodMinutes minutes between two of its proposals, at least one
 * @param phaseMinutes when within the period, minutes; the members of a team take turns
 * @param minimumConfidence confidence below which it does not propose a pair, 0 to 1
 */
public record Assignment(
    StrategyType team,
    int lookBackBars,
    int periodMinutes,
    int phaseMinutes,
    double minimumConfidence) {
  /**
   * @throws IllegalArgumentException when there is nothing to look back on or no period
   */
  public Assignment {
    if (lookBackBars < 1 || periodMinutes < 1) {
      throw new IllegalArgumentException(
          "cannot look back on " + lookBackBars + " bars each " + periodMinutes + " minutes");
    }
  }

  /** The number of the period that a minute lies in. */
  long period(long minute) {
    return Math.floorDiv(minute - phaseMinutes, periodMinutes);
  }
}
