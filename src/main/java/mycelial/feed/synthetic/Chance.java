package mycelial.feed.synthetic;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream of random draws named by a seed and a purpose; streams of different names are
 * independent. Only {@link StrictMath} and exact arithmetic on the generator's 64 bits, so that
 * every machine draws the same. Used by one thread.
 */
final class Chance {
  private static final int FREEDOM = 5;
  private static final double UNIT = StrictMath.sqrt((FREEDOM - 2) / (double) FREEDOM);
  private static final double WIDEST_T = 8;

  private final SplittableRandom bits;
  private double spare;
  private boolean hasSpare;

  private Chance(long seed) {
    bits = new SplittableRandom(seed);
  }

  /** The stream of that purpose. */
  static Chance of(long seed, String purpose) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (int i = 0; i < purpose.length(); i++) {
      hash = (hash ^ purpose.charAt(i)) * 0x100000001b3L;
    }
    return new Chance(mix(mix(seed) ^ hash));
  }

  /** MurmurHash3's finalizer: near seeds give far streams. */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  /** Uniform from 0 to below 1. */
  double uniform() {
    return (bits.nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform between two numbers. */
  double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Uniform integer, both ends included. */
  int integer(int low, int high) {
    return low + (int) (uniform() * (high - low + 1));
  }

  /** Standard normal (Marsaglia's polar method). */
  double gaussian() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    while (true) {
      double x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        hasSpare = true;
        return x * scale;
      }
    }
  }

  /** Student's t with 5 degrees of freedom, scaled to variance 1 and cut at 8. */
  double studentT() {
    double normal = gaussian();
    double fifth = gaussian();
    double chiSquare =
        -2 * StrictMath.log((1 - uniform()) * (1 - uniform())) + fifth * fifth; // 4 + 1 degrees
    double t = UNIT * normal / StrictMath.sqrt(chiSquare / FREEDOM);
    return StrictMath.max(-WIDEST_T, StrictMath.min(WIDEST_T, t));
  }

  /** Shuffles in place (Fisher and Yates). */
  <T> void shuffle(List<T> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      T last = list.get(i);
      int other = integer(0, i);
      list.set(i, list.get(other));
      list.set(other, last);
    }
  }
}
