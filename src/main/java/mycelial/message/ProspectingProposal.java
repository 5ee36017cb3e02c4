package mycelial.message;

import mycelial.market.Pair;
import mycelial.market.StrategyType;

/**
 * An explorer's proposal to trade a pair.
 *
 * @param pair the pair
 * @param team HFT, DAY or SWING
 * @param points what was found, by criterion
 * @param available points that could have been given with what the explorer had seen, 1 to 8
 * @param confidence how sure the explorer is, 0 to 1
 * @param barEnd end of the newest bar it rests on, seconds since the epoch
 * @param reason why, in words
 */
public record ProspectingProposal(
    Pair pair,
    StrategyType team,
    Points points,
    int available,
    double confidence,
    long barEnd,
    String reason)
    implements Message {

  /** Points on the eight-point scale: 2 + 2 + 1 + 1 + 2 at most. */
  public record Points(int volume, int volatility, int liquidity, int trend, int crossMoat) {
    /** The most points there are. */
    public static final int MOST = 8;

    /**
     * @throws IllegalArgumentException when a criterion has more points than it may
     */
    public Points {
      require("volume", volume, 2);
      require("volatility", volatility, 2);
      require("liquidity", liquidity, 1);
      require("trend", trend, 1);
      require("crossMoat", crossMoat, 2);
    }

    private static void require(String name, int points, int most) {
      if (points < 0 || points > most) {
        throw new IllegalArgumentException(name + " " + points + " is not 0 to " + most);
      }
    }

    /** The score, 0 to 8. */
    public int total() {
      return volume + volatility + liquidity + trend + crossMoat;
    }
  }

  /**
   * @throws IllegalArgumentException when a value is out of its range
   */
  public ProspectingProposal {
    Checks.words(reason);
    if (team == StrategyType.GENERIC) {
      throw new IllegalArgumentException("there is no team GENERIC");
    }
    if (available < 1 || available > Points.MOST || points.total() > available) {
      throw new IllegalArgumentException(
          points.total() + " of " + available + " points is not a score");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not 0 to 1");
    }
  }

  @Override
  public boolean isHurried() {
    return false;
  }
}
