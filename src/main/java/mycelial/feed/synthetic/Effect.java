package mycelial.feed.synthetic;

import mycelial.market.Pair;
import mycelial.market.Side;

/**
 * One planted effect as the generator needs it.
 *
 * @param number from 1
 * @param pair the pair that drifts
 * @param family name of the kind of sign
 * @param drift signed gross drift, as a fraction
 * @param horizon minutes of the drift
 * @param move what the pair itself does before
 * @param sign what else is seen before
 * @param episodes how often it occurs
 * @param course when it occurs, and whether the drift follows
 */
record Effect(
    int number,
    Pair pair,
    String family,
    double drift,
    int horizon,
    Move move,
    Sign sign,
    Episodes episodes,
    Course course) {

  /**
   * Occurrences on one day.
   *
   * @param fewest on a poor day
   * @param most on a rich day
   * @param decoys whether half as many moves come without the sign and without the drift
   */
  record Episodes(int fewest, int most, boolean decoys) {}

  /** The same effect on another course. */
  Effect on(Course other) {
    return new Effect(number, pair, family, drift, horizon, move, sign, episodes, other);
  }

  /** What is seen before the drift, in words. */
  String precursor() {
    String trap = course.trap() ? "; in a calm regime of the pair the drift begins, and turns" : "";
    return move.words() + sign.words() + trap;
  }

  /** One line for reports. */
  String line() {
    return "effect "
        + number
        + " ("
        + family
        + "): "
        + pair
        + " "
        + side()
        + " after "
        + precursor()
        + "; drift "
        + Words.percent(drift)
        + " over "
        + horizon
        + " minutes, "
        + episodes.fewest()
        + " to "
        + episodes.most()
        + " episodes a day"
        + (episodes.decoys() ? ", decoys without the sign" : "");
  }

  private Side side() {
    return drift < 0 ? Side.SELL : Side.BUY;
  }

  /** What the truth file says of it. */
  PlantedEffect truth(WorldSpec spec) {
    return new PlantedEffect(
        number,
        pair,
        family,
        side(),
        horizon,
        drift,
        precursor(),
        sign.isInsideGrammar(),
        sign instanceof Sign.Signal signal ? signal.channel() : "",
        spec.dayStart(course.firstDay()),
        spec.dayStart(course.lastDay(spec.days())));
  }
}
