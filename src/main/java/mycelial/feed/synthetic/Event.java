package mycelial.feed.synthetic;

/**
 * An episode or a decoy within one day; minutes count from midnight (from 0 before it is placed).
 *
 * @param effect the effect
 * @param decoy whether the sign is left out; then nothing follows
 * @param start when the precursor begins
 * @param moveStart when the pair's own move begins
 * @param moveMinutes how long that move lasts, once
 * @param complete when all of the precursor is to be seen
 * @param driftStart when the drift begins
 * @param driftEnd when it is over
 * @param move the pair's own move, as a signed fraction
 * @param strength uniform from 0 to 1: how strong the sign is within its range
 * @param outcome what follows
 */
record Event(
    Effect effect,
    boolean decoy,
    int start,
    int moveStart,
    int moveMinutes,
    int complete,
    int driftStart,
    int driftEnd,
    double move,
    double strength,
    Outcome outcome) {

  static final int PAUSE = 1;

  /** Draws an event of an effect, beginning at minute 0. */
  static Event draw(Effect effect, boolean decoy, Chance chance) {
    Move move = effect.move();
    int minutes = chance.integer(move.fastest(), move.slowest());
    double size = chance.between(move.least(), move.most());
    if (effect.sign() instanceof Sign.SameDirection && chance.uniform() < 0.5) {
      size = -size;
    }
    int before = decoy ? 0 : minutesBefore(effect.sign());
    int again = effect.sign() instanceof Sign.Again twice ? twice.minutes() : 0;
    int pause = effect.sign() instanceof Sign.Later later ? later.minutes() : PAUSE;
    int complete = before + again + minutes;
    int drift = complete + pause;
    int end = drift + effect.horizon();
    double strength = chance.uniform();
    Outcome outcome = decoy ? Outcome.NOTHING : Outcome.DRIFT;
    return new Event(
        effect, decoy, 0, before, minutes, complete, drift, end, size, strength, outcome);
  }

  private static int minutesBefore(Sign sign) {
    return switch (sign) {
      case Sign.Leader leader -> Sign.Leader.MINUTES;
      case Sign.Calm calm -> calm.minutes();
      case Sign.Signal signal -> signal.minutes();
      case Sign.ClockMinute clock -> Sign.ClockMinute.MINUTES;
      case Sign.None none -> 0;
      case Sign.Climax climax -> 0;
      case Sign.SameDirection same -> 0;
      case Sign.TimeOfDay time -> 0;
      case Sign.Session session -> 0;
      case Sign.Again again -> 0;
      case Sign.Later later -> 0;
    };
  }

  /** The same event with another end. */
  Event followedBy(Outcome other) {
    return new Event(
        effect,
        decoy,
        start,
        moveStart,
        moveMinutes,
        complete,
        driftStart,
        driftEnd,
        move,
        strength,
        other);
  }

  /** When a reversal turns: after a third of the drift's time, and a minute of it at least. */
  int turn() {
    return driftStart + StrictMath.max(1, (driftEnd - driftStart) / 3);
  }

  /** Minutes from the start of the precursor to the end of the drift. */
  int length() {
    return driftEnd - start;
  }

  /**
   * The same event some minutes later.
   *
   * @param alignment the precursor is complete at a multiple of it, up to one less later still
   */
  Event later(int minutes, int alignment) {
    int shift = minutes + StrictMath.floorMod(-(complete + minutes), alignment);
    return new Event(
        effect,
        decoy,
        start + shift,
        moveStart + shift,
        moveMinutes,
        complete + shift,
        driftStart + shift,
        driftEnd + shift,
        move,
        strength,
        outcome);
  }

  /** The event as the truth file tells it. */
  Episode truth(long midnight) {
    return new Episode(
        effect.number(),
        effect.pair(),
        midnight + 60L * start,
        midnight + 60L * driftStart,
        midnight + 60L * driftEnd);
  }
}
