package mycelial.market;

import java.util.Comparator;

/**
 * What a moat's signals are about: a language, a region, a sector. Ordered by moat, then name.
 * Immutable and safe to share between threads.
 *
 * @param moat the field of knowledge, any but Finance, whose targets are pairs
 * @param name 1 to 64 letters, digits and {@code . _ + # / -}, for example {@code US-West}
 */
public record MoatTarget(Moat moat, String name) implements Comparable<MoatTarget> {
  private static final int LONGEST = 64;
  private static final Comparator<MoatTarget> ORDER =
      Comparator.comparing(MoatTarget::moat).thenComparing(MoatTarget::name);

  /**
   * @throws IllegalArgumentException when the name is not of that form or the moat is Finance
   */
  public MoatTarget {
    if (moat == Moat.FINANCE) {
      throw new IllegalArgumentException(
          "market-data is no moat's channel: prices are in candle files");
    }
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' cannot name a target; expected 1 to 64 of A-Z, a-z, 0-9, . _ + # / -");
    }
  }

  /** Whether a text may name a target. */
  public static boolean isName(String text) {
    boolean valid = !text.isEmpty() && text.length() <= LONGEST && isAlphanumeric(text.charAt(0));
    for (int i = 1; i < text.length() && valid; i++) {
      char letter = text.charAt(i);
      valid = isAlphanumeric(letter) || "._+#/-".indexOf(letter) >= 0;
    }
    return valid;
  }

  private static boolean isAlphanumeric(char letter) {
    return (letter >= 'A' && letter <= 'Z')
        || (letter >= 'a' && letter <= 'z')
        || (letter >= '0' && letter <= '9');
  }

  /**
   * The target of a channel, for example of {@code repo-data:Python}.
   *
   * @throws IllegalArgumentException saying what is wrong when it is no moat's channel
   */
  public static MoatTarget of(String channel) {
    int colon = channel.indexOf(':');
    for (Moat moat : Moat.values()) {
      if (colon >= 0 && channel.substring(0, colon).equals(moat.channels())) {
        return new MoatTarget(moat, channel.substring(colon + 1));
      }
    }
    throw new IllegalArgumentException(
        "unknown channel '"
            + channel
            + "'; expected repo-data:, logistics-data:, govt-data: or corp-data: and a target,"
            + " such as repo-data:Python");
  }

  /** The name of its channel, on the bus and in signal files. */
  public String channel() {
    return moat.channels() + ":" + name;
  }

  @Override
  public int compareTo(MoatTarget other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return channel();
  }
}
