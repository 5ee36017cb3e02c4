package mycelial.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import mycelial.config.Raw.Place;

/** Collects what is wrong, so that all of it can be told at once. */
final class Problems {
  private record Problem(Place place, String key, String message) {
    String sentence() {
      return place.where() + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
  }

  private static final Comparator<Problem> ORDER =
      Comparator.<Problem, Raw.Layer>comparing(problem -> problem.place().layer())
          .thenComparingInt(problem -> problem.place().line());

  private final List<Problem> problems = new ArrayList<>();
  private final TreeSet<String> keys = new TreeSet<>();

  void add(Place place, String key, String message) {
    problems.add(new Problem(place, key, message));
    keys.add(key);
  }

  /** Whether something is wrong with that key already. */
  boolean concern(String key) {
    return keys.contains(key);
  }

  /**
   * Ends here if anything was wrong.
   *
   * @throws ConfigurationException with all of it
   */
  void refuse() {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(
          problems.stream().sorted(ORDER).map(Problem::sentence).toList());
    }
  }
}
