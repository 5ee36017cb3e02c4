package mycelial.market;

import java.util.Locale;

/**
 * What a condition of a rule looks at: something with a level between 0 and 1 at any time, its rank
 * among its own past. Immutable and safe to share between threads.
 */
public sealed interface Source {
  /** A feature of a pair, as it was at the close of the newest bar. */
  record PairState(Pair pair, Feature feature) implements Source {
    /**
     * @throws IllegalArgumentException when the feature depends on the price scale
     */
    public PairState {
      if (!feature.isScaleFree()) {
        throw new IllegalArgumentException(
            feature + " depends on the price scale, a rule cannot use it");
      }
    }

    @Override
    public String key() {
      return pair.name() + SEPARATOR + feature.key();
    }

    @Override
    public String family() {
      return pair + "." + feature.key();
    }

    @Override
    public String toString() {
      return family();
    }
  }

  /**
   * The level of a moat's signal, as it was known some minutes ago.
   *
   * @param target whose signal
   * @param field what is measured
   * @param lagMinutes minutes ago, 0 to {@link #LONGEST_LAG}
   */
  record Signal(MoatTarget target, String field, int lagMinutes) implements Source {
    /** The longest lag, minutes. */
    public static final int LONGEST_LAG = 60;

    /**
     * @throws IllegalArgumentException when the lag is out of range or the field has no name
     */
    public Signal {
      if (lagMinutes < 0 || lagMinutes > LONGEST_LAG) {
        throw new IllegalArgumentException(
            "lag " + lagMinutes + " is not between 0 and " + LONGEST_LAG + " minutes");
      }
      if (field.isEmpty() || field.indexOf(SEPARATOR) >= 0) {
        throw new IllegalArgumentException("'" + field + "' cannot name a signal's field");
      }
    }

    @Override
    public String key() {
      return target.channel() + SEPARATOR + field + SEPARATOR + lagMinutes;
    }

    @Override
    public String family() {
      return target.channel() + "." + field;
    }

    @Override
    public String toString() {
      return target.channel() + "." + field + " " + lagMinutes + " min ago";
    }
  }

  /**
   * How near the clock (UTC) is to a minute of its cycle: 1 at that minute, falling evenly to 0
   * half a cycle away. As times of a cycle are equally frequent, this is its own rank.
   *
   * @param cycle hour or day
   * @param minute of the cycle, from 0
   */
  record Clock(Cycle cycle, int minute) implements Source {
    /**
     * @throws IllegalArgumentException when the cycle has no such minute
     */
    public Clock {
      if (minute < 0 || minute >= cycle.minutes()) {
        throw new IllegalArgumentException(
            "minute " + minute + " is not one of a " + cycle.key() + "'s " + cycle.minutes());
      }
    }

    /** The level at an instant, seconds since the epoch. */
    public double level(long time) {
      int length = cycle.minutes() * 60;
      int distance = (int) Math.floorMod(time - 60L * minute, (long) length);
      return 1 - 2.0 * Math.min(distance, length - distance) / length;
    }

    @Override
    public String key() {
      return CLOCK + SEPARATOR + cycle.key() + SEPARATOR + minute;
    }

    @Override
    public String family() {
      return "clock." + cycle.key();
    }

    @Override
    public String toString() {
      return cycle == Cycle.HOUR
          ? String.format(Locale.ROOT, "nearness to minute %02d of the hour", minute)
          : String.format(Locale.ROOT, "nearness to %02d:%02d UTC", minute / 60, minute % 60);
    }
  }

  /** What repeats itself. */
  enum Cycle {
    HOUR(60),
    DAY(24 * 60);

    private final int minutes;
    private final String key = name().toLowerCase(Locale.ROOT);

    Cycle(int minutes) {
      this.minutes = minutes;
    }

    /** Its length. */
    public int minutes() {
      return minutes;
    }

    /** The name on the wire: lower case. */
    public String key() {
      return key;
    }
  }

  /** Separates the parts of a key; no name contains it. */
  char SEPARATOR = '|';

  /** First part of a clock's key. */
  String CLOCK = "clock";

  /** The text that {@link #of} reads, for example {@code XXBTZUSD|rsi}. */
  String key();

  /** What is looked at without its lag or minute: rules of a family look at the same things. */
  String family();

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Source of(String key) {
    String[] parts = key.split("\\|", -1);
    if (parts[0].equals(CLOCK) && parts.length == 3) {
      Cycle cycle = parts[1].equals(Cycle.HOUR.key()) ? Cycle.HOUR : Cycle.DAY;
      if (!parts[1].equals(cycle.key())) {
        throw new IllegalArgumentException("unknown cycle '" + parts[1] + "' in '" + key + "'");
      }
      return new Clock(cycle, number(parts[2], key));
    }
    if (parts.length == 3) {
      return new Signal(MoatTarget.of(parts[0]), parts[1], number(parts[2], key));
    }
    Feature feature = parts.length == 2 ? Feature.find(parts[1]) : null;
    if (feature == null) {
      throw new IllegalArgumentException(
          "'" + key + "' is no source; expected pair|feature, channel|field|lag or clock|...");
    }
    return new PairState(new Pair(parts[0]), feature);
  }

  private static int number(String text, String key) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' in '" + key + "' is no number", e);
    }
  }
}
