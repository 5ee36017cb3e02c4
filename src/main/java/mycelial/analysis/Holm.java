package mycelial.analysis;

import java.util.stream.IntStream;

/**
 * Holm's correction of several p-values (Holm 1979, A simple sequentially rejective multiple test
 * procedure): whoever rejects what is at most alpha errs in any of them with probability alpha at
 * most, however the tests depend on each other. Pure.
 */
public final class Holm {
  private Holm() {}

  /** Adjusted p-values, in the order of the given ones. */
  public static double[] adjust(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted((one, other) -> Double.compare(p[one], p[other]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double least = 0;
    for (int rank = 0; rank < p.length; rank++) {
      least = Math.max(least, Math.min(1, (p.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = least;
    }
    return adjusted;
  }
}
