package mycelial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import org.junit.jupiter.api.Test;

final class FeatureRanksTest {
  private static FeatureVector rsi(double value) {
    return new FeatureVector.Builder().set(Feature.RSI, value).set(Feature.ATR, 1).build();
  }

  @Test
  void ranksOnlyOnceThereAreEnoughSamples() {
    FeatureRanks ranks = new FeatureRanks(50, 1);
    for (int i = 0; i < 24; i++) {
      assertThat(ranks.traded(rsi(i)).hasRank(Feature.RSI)).isFalse();
    }
    assertThat(ranks.traded(rsi(24)).rankOrNaN(Feature.RSI)).isEqualTo(1);
  }

  @Test
  void doesNotRankWhatDependsOnThePriceScale() {
    FeatureRanks ranks = new FeatureRanks(24, 1);
    for (int i = 0; i < 30; i++) {
      assertThat(ranks.traded(rsi(i)).hasRank(Feature.ATR)).isFalse();
    }
  }

  @Test
  void aRankIsTheShareOfTheNewestSamplesBelowHalfOfThoseEqualIncluded() {
    SplittableRandom random = new SplittableRandom(3);
    FeatureRanks ranks = new FeatureRanks(40, 3);
    List<Double> samples = new ArrayList<>();
    for (int bar = 0; bar < 2000; bar++) {
      double value = random.nextInt(60);
      FeatureVector ranked = ranks.traded(rsi(value));
      List<Double> window = samples.subList(Math.max(0, samples.size() - 40), samples.size());
      if (window.size() >= 24) {
        double below = window.stream().filter(sample -> sample < value).count();
        double equal = window.stream().filter(sample -> sample == value).count();
        assertThat(ranked.rankOrNaN(Feature.RSI))
            .isCloseTo((below + equal / 2) / window.size(), within(0.0005));
      }
      if (bar % 3 == 0) {
        samples.add(value);
      }
    }
  }

  @Test
  void aQuietBarIsRankedButNoSample() {
    FeatureRanks ranks = new FeatureRanks(24, 1);
    for (int i = 0; i < 24; i++) {
      ranks.traded(rsi(50));
    }
    for (int i = 0; i < 100; i++) {
      assertThat(ranks.quiet(rsi(10)).rankOrNaN(Feature.RSI)).isZero();
    }
  }

  @Test
  void refusesToSampleNever() {
    assertThatIllegalArgumentException().isThrownBy(() -> new FeatureRanks(24, 0));
  }
}
