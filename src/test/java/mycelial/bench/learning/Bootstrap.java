package mycelial.bench.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals by resampling whole worlds, which are independent where the ideas of one
 * world are not (B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics
 * 7 (1979)). The same numbers give the same interval each time.
 */
final class Bootstrap {
  private static final int SAMPLES = 4_000;
  private static final long SEED = 20_261;

  private Bootstrap() {}

  /** Mean over worlds; not a number where there is no world. */
  static <T> Estimate mean(List<T> worlds, ToDoubleFunction<T> value) {
    return of(worlds, sample -> sample.stream().mapToDouble(value).average().orElse(Double.NaN));
  }

  /** Sum of one figure over the sum of another. */
  static <T> Estimate ratio(List<T> worlds, ToDoubleFunction<T> part, ToDoubleFunction<T> whole) {
    return of(
        worlds,
        sample ->
            sample.stream().mapToDouble(part).sum() / sample.stream().mapToDouble(whole).sum());
  }

  /**
   * A figure of all worlds. Samples in which it is not a number (nothing to divide by) say nothing
   * and are left out.
   */
  static <T> Estimate of(List<T> worlds, ToDoubleFunction<List<T>> figure) {
    double value = figure.applyAsDouble(worlds);
    SplittableRandom random = new SplittableRandom(SEED);
    double[] figures = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      List<T> sample = new ArrayList<>(worlds.size());
      for (int j = 0; j < worlds.size(); j++) {
        sample.add(worlds.get(random.nextInt(worlds.size())));
      }
      figures[i] = figure.applyAsDouble(sample);
    }
    double[] sorted = Arrays.stream(figures).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return new Estimate(value, Double.NaN, Double.NaN);
    }
    double tail = (1 - Estimate.CONFIDENCE) / 2;
    return new Estimate(value, Quantiles.of(sorted, tail), Quantiles.of(sorted, 1 - tail));
  }
}
