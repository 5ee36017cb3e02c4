package mycelial.agent.explorer;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import mycelial.message.ProspectingProposal.Points;

/**
 * The eight-point scale. What is compared is compared with the other pairs, or with the pair's own
 * look-back, so that no threshold depends on the market's mood or on the length of a bar.
 *
 * <ul>
 *   <li>volume 2: turnover in the upper half of the pairs; turnover recently at least a quarter
 *       above its own average
 *   <li>volatility 2: volatility in the upper half of the pairs, for what does not move cannot pay
 *       for its costs; volatility recently at least a quarter above its own average, for it comes
 *       in clusters
 *   <li>liquidity 1: the price moves less for the money traded than that of half of the pairs, and
 *       at most a tenth of the bars is quiet
 *   <li>trend 1: the price has come at least as far as a random walk's standard deviation
 *   <li>cross-moat 2: as {@link MoatBoard} gives them; they speak of the market, not of one pair
 * </ul>
 *
 * <p>Without another pair to compare with there are no points for volume and volatility but the
 * pair's own, and none for liquidity.
 */
final class Scorer {
  private static final double SURGE = 1.25;
  private static final double MOST_QUIET = 0.1;
  private static final double TREND = 1;

  /** What is found of one pair. */
  record Score(Points points, int available) {
    /** Points found of those available. */
    double share() {
      return (double) points.total() / available;
    }
  }

  private final List<Standing> all;
  private final MoatBoard.Voice moats;

  /** Compares with all of these pairs' standings. */
  Scorer(List<Standing> all, MoatBoard.Voice moats) {
    this.all = all;
    this.moats = moats;
  }

  Score score(Standing pair) {
    boolean compared = all.size() > 1;
    int volume = point(pair.turnoverSurge() >= SURGE);
    int volatility = point(pair.volatilitySurge() >= SURGE);
    int liquidity = 0;
    if (compared) {
      volume += point(isUpperHalf(pair, Standing::turnover));
      volatility += point(isUpperHalf(pair, Standing::volatility));
      liquidity =
          point(isUpperHalf(pair, each -> -each.illiquidity()) && pair.quietShare() <= MOST_QUIET);
    }
    int trend = point(Math.abs(pair.drift()) >= TREND);
    Points points = new Points(volume, volatility, liquidity, trend, moats.points());
    int available = (compared ? 6 : 3) + moats.available();
    return new Score(points, available);
  }

  private static int point(boolean earned) {
    return earned ? 1 : 0;
  }

  /** Whether at least half of the others are below the pair; equal ones are not. */
  private boolean isUpperHalf(Standing pair, ToDoubleFunction<Standing> measure) {
    double own = measure.applyAsDouble(pair);
    long below = all.stream().filter(other -> measure.applyAsDouble(other) < own).count();
    return 2 * below >= all.size() - 1;
  }

  /** The score in words; apart, for only the best are told of. */
  String reason(Standing pair, Score score) {
    Points points = score.points();
    return String.format(
        Locale.ROOT,
        "volume %d (%.2f of usual), volatility %d (%.3f %%, %.2f of usual), liquidity %d (%.0f %% quiet),"
            + " trend %d (%+.2f deviations), cross-moat %d (%s)",
        points.volume(),
        pair.turnoverSurge(),
        points.volatility(),
        100 * pair.volatility(),
        pair.volatilitySurge(),
        points.liquidity(),
        100 * pair.quietShare(),
        points.trend(),
        pair.drift(),
        points.crossMoat(),
        moats.words());
  }
}
