package mycelial.feed.replay;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the known name that a misspelt one may have meant. */
final class Nearest {
  private Nearest() {}

  /** The name with the fewest edits, the first in order among equals; empty without names. */
  static Optional<String> to(String name, Collection<String> known) {
    String best = null;
    int fewest = Integer.MAX_VALUE;
    for (String candidate : new TreeSet<>(known)) {
      int edits = edits(name, candidate);
      if (edits < fewest) {
        fewest = edits;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Levenshtein's distance: insertions, deletions and replacements of letters. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], row[j]));
      }
    }
    return row[b.length()];
  }
}
