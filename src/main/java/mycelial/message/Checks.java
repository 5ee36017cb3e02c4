package mycelial.message;

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

  static String identifier(String name, String text) {
    if (text.isEmpty() || text.length() > 200) {
      throw new IllegalArgumentException(
          name + " has " + text.length() + " characters, expected 1 to 200");
    }
    return text;
  }
}
