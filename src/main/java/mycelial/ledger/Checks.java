package mycelial.ledger;

import java.math.BigDecimal;

/** Checks that the records of money share; each names the value that it refuses. */
final class Checks {
  private Checks() {}

  static void time(String name, double seconds) {
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException(
          name + " " + seconds + " is not a time (seconds since the epoch)");
    }
  }

  static void price(String name, double price) {
    if (!(price > 0) || Double.isInfinite(price)) {
      throw new IllegalArgumentException(name + " " + price + " is not a price above zero");
    }
  }

  static void positive(String name, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(name + " " + value + " is not above zero");
    }
  }

  static void notNegative(String name, BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(name + " " + value + " is below zero");
    }
  }

  static void fraction(String name, BigDecimal value) {
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException(
          name + " " + value + " is not a fraction from 0 to below 1");
    }
  }

  static void score(double score) {
    if (!(score >= 0 && score <= 100)) {
      throw new IllegalArgumentException("score " + score + " is not between 0 and 100");
    }
  }
}
