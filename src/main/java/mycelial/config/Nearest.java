package mycelial.config;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody probably meant: the candidate with the smallest Levenshtein distance. */
public final class Nearest {
  private Nearest() {}

  /**
   * The nearest candidate (the first of equals), or empty when none is within a third of the name.
   */
  static Optional<String> to(String name, Collection<String> candidates) {
    int best = Math.max(2, name.length() / 3) + 1;
    Optional<String> nearest = Optional.empty();
    for (String candidate : candidates) {
      int distance = distance(name, candidate);
      if (distance < best) {
        best = distance;
        nearest = Optional.of(candidate);
      }
    }
    return nearest;
  }

  /** Insertions, deletions and replacements that turn one text into the other. */
  public static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[above.length];
      current[0] = row;
      for (int column = 1; column < current.length; column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return above[to.length()];
  }
}
