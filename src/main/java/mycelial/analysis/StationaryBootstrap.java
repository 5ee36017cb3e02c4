package mycelial.analysis;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The stationary bootstrap of Politis and Romano 1994: a series is drawn anew in blocks that begin
 * anywhere, go on around its end, and have geometrically distributed lengths. The same draw serves
 * several series, so that what is compared stays paired. Deterministic by its seed.
 */
public final class StationaryBootstrap {
  private final int size;
  private final double restart;
  private final SplittableRandom random;

  /**
   * @param size length of the series
   * @param meanBlock mean length of a block, at least 1
   * @param seed of the draws
   */
  public StationaryBootstrap(int size, double meanBlock, long seed) {
    if (size < 1 || !(meanBlock >= 1)) {
      throw new IllegalArgumentException(
          "cannot draw " + size + " values in blocks of " + meanBlock);
    }
    this.size = size;
    this.restart = 1 / meanBlock;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Draws so many times.
   *
   * @param draw hears the places of each draw; the array is used again
   */
  public void draw(int times, Consumer<int[]> draw) {
    int[] places = new int[size];
    for (int time = 0; time < times; time++) {
      int place = random.nextInt(size);
      for (int i = 0; i < size; i++) {
        places[i] = place;
        place = random.nextDouble() < restart ? random.nextInt(size) : (place + 1) % size;
      }
      draw.accept(places);
    }
  }
}
