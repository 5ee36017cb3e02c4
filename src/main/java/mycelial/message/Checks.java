package mycelial.message;

import java.util.List;
import mycelial.market.Condition;

/** Checks that the message records share. */
final class Checks {
  private Checks() {}

  static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " " + value + " is not a number");
    }
    return value;
  }

  static double score(double value) {
    if (!(value >= 0 && value <= 100)) {
      throw new IllegalArgumentException("score " + value + " is not between 0 and 100");
    }
    return value;
  }

  static int horizon(int minutes) {
    if (minutes < 1 || minutes > 7 * 24 * 60) {
      throw new IllegalArgumentException(
          "horizon " + minutes + " is not between 1 and 10080 minutes");
    }
    return minutes;
  }

  static List<Condition> conditions(List<Condition> conditions) {
    if (conditions.size() < 2 || conditions.size() > 3) {
      throw new IllegalArgumentException(
          "a rule has two or three conditions, not " + conditions.size());
    }
    return List.copyOf(conditions);
  }

  static String words(String text) {
    if (text.isEmpty() || text.length() > 500) {
      throw new IllegalArgumentException(
          "reason has " + text.length() + " characters, expected 1 to 500");
    }
    return text;
  }

  static String identifier(String name, String text) {
    if (text.isEmpty() || text.length() > 200) {
      throw new IllegalArgumentException(
          name + " has " + text.length() + " characters, expected 1 to 200");
    }
    return text;
  }
}
