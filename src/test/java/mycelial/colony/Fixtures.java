package mycelial.colony;

/** A market that several tests play, made once. */
final class Fixtures {
  /** Nine hours of the sample market; the sixth ends at a UTC midnight. */
  static final Tape SAMPLE = Tape.sample(18, 27);

  /** The midnight, seconds since the epoch. */
  static final long MIDNIGHT = SAMPLE.first() + 6 * 3600;

  private Fixtures() {}

  /** A kit that has traded on {@link #SAMPLE} for six hours when it ends. */
  static ColonyKit sample() {
    return ColonyKit.on(SAMPLE).warmUpHours(3);
  }
}
