package mycelial.analysis;

import java.util.Arrays;
import java.util.List;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;

/**
 * Ranks every scale-free feature of one pair among its own recent values, so that a rule's running
 * quantile is a comparison with its level: a value is above the quantile at q when its rank is
 * above q. A bar is ranked before it is sampled. Ranks are rounded to 0.001. Used by one thread.
 */
public final class FeatureRanks {
  /** Samples that a rank needs. */
  private static final int MINIMUM_SAMPLES = 24;

  private static final double DIGITS = 1000;
  private static final Feature[] RANKED =
      Arrays.stream(Feature.values()).filter(Feature::isScaleFree).toArray(Feature[]::new);

  private final RollingQuantile[] quantiles = new RollingQuantile[RANKED.length];
  private final int sampleBars;
  private int barsToSample = 1;

  /**
   * Ranks among the newest {@code window} samples, one every {@code sampleBars} bars.
   *
   * @throws IllegalArgumentException when the window is under 24 samples or no bars lie between two
   */
  public FeatureRanks(int window, int sampleBars) {
    if (sampleBars < 1) {
      throw new IllegalArgumentException("a sample every " + sampleBars + " bars is none");
    }
    Arrays.setAll(quantiles, i -> new RollingQuantile(window, MINIMUM_SAMPLES));
    this.sampleBars = sampleBars;
  }

  /** The features that are ranked. */
  public static List<Feature> ranked() {
    return List.of(RANKED);
  }

  /**
   * The features of a bar on which something traded, with their ranks; the bar may become a sample.
   */
  public FeatureVector traded(FeatureVector features) {
    FeatureVector result = quiet(features);
    if (--barsToSample == 0) {
      barsToSample = sampleBars;
      for (int i = 0; i < RANKED.length; i++) {
        if (features.has(RANKED[i])) {
          quantiles[i].add(features.value(RANKED[i]));
        }
      }
    }
    return result;
  }

  /** The features of a quiet bar with their ranks; a quiet bar is no sample. */
  public FeatureVector quiet(FeatureVector features) {
    FeatureVector.Builder builder = FeatureVector.Builder.of(features);
    for (int i = 0; i < RANKED.length; i++) {
      if (features.has(RANKED[i]) && quantiles[i].isReady()) {
        double standing = quantiles[i].standing(features.value(RANKED[i]));
        builder.rank(RANKED[i], StrictMath.rint(standing * DIGITS) / DIGITS);
      }
    }
    return builder.build();
  }
}
