package mycelial.feed.synthetic;

import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.PairSpec;

/**
 * The one-minute bars of one pair: Student-t innovations that share a market factor, GARCH(1,1)
 * volatility around the pair's own, the day's script on top. Within a minute the price takes five
 * steps of a Brownian bridge. Used by one thread.
 */
final class PairWalk {
  private static final double SHOCK = 0.05;
  private static final double MEMORY = 0.93;
  private static final double HIGHEST_VARIANCE = 6;
  private static final double PULL_MINUTES = 4_320;
  private static final int STEPS = 5;
  private static final double STEP = 1 / StrictMath.sqrt(STEPS);
  private static final double OPENING_NOISE = 0.05;
  private static final double VOLUME_NOISE = 0.5;
  private static final double VOLUME_PER_MOVE = 0.25;
  private static final double BIGGEST_MOVE = 5;
  private static final double VOLUME_CENTRE = -0.35; // brings the mean near the profile's
  private static final double TICKET = 250;

  private final PairProfile profile;
  private final Chance chance;
  private final double own;
  private final int decimals;
  private final double tick;
  private final double[] bridge = new double[STEPS];
  private double price;
  private final double pull;
  private double variance = 1;
  private double wandered;

  /**
   * The walk of a pair. Where effects are planted, what chance alone did to the price fades within
   * days, so that nobody earns by holding; a market of noise is a plain random walk.
   */
  PairWalk(PairSpec spec, long seed, WorldKind kind) {
    this.pull = kind == WorldKind.NOISE ? 0 : 1 / PULL_MINUTES;
    this.profile = PairProfile.of(spec.pair());
    this.chance = Chance.of(seed, "walk/" + spec.pair().name());
    this.own = StrictMath.sqrt(1 - profile.loading() * profile.loading());
    this.decimals = spec.priceDecimals();
    this.tick = 1 / Decimal.power(decimals);
    this.price = profile.price();
  }

  /**
   * The bar of the next minute.
   *
   * @param start its start, seconds since the epoch
   * @param factor the market's innovation in this minute
   * @param script the day's script
   * @param minute minute of the day
   */
  Bar next(long start, double factor, PairDay script, int minute) {
    double innovation = profile.loading() * factor + own * chance.studentT();
    double level = profile.volatility() * script.volatility(minute);
    double deviation = level * StrictMath.sqrt(variance);
    double wander = deviation * innovation - pull * wandered;
    wandered += wander;
    double move = script.drift(minute) + wander;
    double next = variance * (MEMORY + SHOCK * innovation * innovation) + 1 - MEMORY - SHOCK;
    variance = StrictMath.min(HIGHEST_VARIANCE, next);
    double last = price;
    price = last * StrictMath.exp(move);
    return bar(start, last, move, deviation, volume(move, script.volume(minute)));
  }

  private Bar bar(long start, double last, double move, double deviation, double volume) {
    drawBridge();
    double open = rounded(last, OPENING_NOISE * deviation * chance.gaussian());
    double close = rounded(price, 0);
    double high = StrictMath.max(open, close);
    double low = StrictMath.min(open, close);
    for (int i = 0; i < STEPS - 1; i++) {
      double at = move * (i + 1) / STEPS + deviation * bridge[i];
      double passed = rounded(last, at);
      high = StrictMath.max(high, passed);
      low = StrictMath.min(low, passed);
    }
    int trades = 1 + (int) StrictMath.min(1e6, volume * price / TICKET);
    return new Bar(start, Interval.MINUTE, open, high, low, close, volume, trades, Bar.Kind.TRADED);
  }

  private void drawBridge() {
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += STEP * chance.gaussian();
      bridge[i] = sum;
    }
    for (int i = 0; i < STEPS; i++) {
      bridge[i] -= sum * (i + 1) / STEPS;
    }
  }

  /** A price moved by a small logarithmic return (to second order) and rounded to its tick. */
  private double rounded(double from, double move) {
    double exact = from * (1 + move + move * move / 2);
    return StrictMath.max(tick, Decimal.round(exact, decimals));
  }

  private double volume(double move, double factor) {
    double size = StrictMath.min(BIGGEST_MOVE, StrictMath.abs(move) / profile.volatility());
    double logarithm = VOLUME_NOISE * chance.gaussian() + VOLUME_PER_MOVE * size + VOLUME_CENTRE;
    double usual = profile.turnover() / profile.price();
    double volume = usual * factor * StrictMath.exp(logarithm);
    return Decimal.round(volume, Decimal.VOLUME_DECIMALS);
  }
}
