package mycelial.market;

/**
 * A tradable pair by its canonical (Kraken) name, for example {@code XXBTZUSD}. Ordered by name.
 * Immutable and safe to share between threads.
 *
 * @param name 3 to 20 upper-case letters, digits, dots or slashes
 */
public record Pair(String name) implements Comparable<Pair> {
  /**
   * @throws IllegalArgumentException when the name is not of that form
   */
  public Pair {
    if (name.length() < 3 || name.length() > 20 || !isAllowed(name)) {
      throw new IllegalArgumentException(
          "not a pair name: '" + name + "' (expected 3 to 20 of A-Z, 0-9, '.', '/')");
    }
  }

  /** A loop and no stream: a pair is made of every message. */
  private static boolean isAllowed(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isAllowed(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(char letter) {
    return (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || letter == '.'
        || letter == '/';
  }

  @Override
  public int compareTo(Pair other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
