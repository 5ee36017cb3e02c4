package mycelial.learning;

import java.util.random.RandomGenerator;

/** The levels that the swarm's own conditions may use, denser and likelier towards the tails. */
final class QuantileGrid {
  private static final double[] LEVELS = {
    0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99
  };

  /** Number of levels. */
  static final int SIZE = LEVELS.length;

  /** Share of draws that are made among the four outermost levels of either tail. */
  private static final double TAIL_SHARE = 0.6;

  private static final int TAIL = 4;

  private static final int[] BELOW = new int[PairHistory.RANK_STEPS + 1];

  static {
    for (int rank = 0; rank < BELOW.length; rank++) {
      for (double level : LEVELS) {
        BELOW[rank] += rank > level * PairHistory.RANK_STEPS ? 1 : 0;
      }
    }
  }

  private QuantileGrid() {}

  static double level(int bucket) {
    return LEVELS[bucket];
  }

  /** The bucket whose level is nearest, the lower one where two are equally near. */
  static int bucket(double level) {
    int nearest = 0;
    for (int i = 1; i < SIZE; i++) {
      if (Math.abs(LEVELS[i] - level) < Math.abs(LEVELS[nearest] - level)) {
        nearest = i;
      }
    }
    return nearest;
  }

  /** How many levels lie below a rank in thousandths. */
  static int levelsBelow(int thousandths) {
    return BELOW[thousandths];
  }

  static int randomBucket(RandomGenerator random) {
    if (random.nextDouble() >= TAIL_SHARE) {
      return random.nextInt(SIZE);
    }
    int depth = random.nextInt(TAIL);
    return random.nextBoolean() ? depth : SIZE - 1 - depth;
  }

  /** A bucket one or two steps away, inside the grid and never the same one. */
  static int neighbour(int bucket, RandomGenerator random) {
    int step = 1 + random.nextInt(2);
    boolean up = bucket == 0 || (bucket < SIZE - 1 && random.nextBoolean());
    return Math.clamp(up ? bucket + step : bucket - step, 0, SIZE - 1);
  }
}
