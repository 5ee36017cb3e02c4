package mycelial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FalseDiscoveryTest {
  private static final double LEVEL = 0.1;

  @Test
  void weightsOfAllTrialsOfAllTriersSumToOne() {
    double sum = 0;
    for (int trial = 1; trial <= 2_000_000; trial++) {
      sum += 7 * StrictMath.exp(FalseDiscovery.logWeight(trial, 7));
    }

    assertThat(sum).isLessThan(1).isCloseTo(1, within(2e-4));
  }

  @Test
  void findsTheLimitThatTheDefinitionGives() {
    SplittableRandom random = new SplittableRandom(5);
    for (int run = 0; run < 500; run++) {
      double[] values = random.doubles(1 + random.nextInt(30), -4, 5).toArray();
      assertThat(FalseDiscovery.limit(values.clone(), LEVEL)).isEqualTo(slow(values));
    }
  }

  /** The largest k such that k values are at least 1 / (level k). */
  private static double slow(double[] values) {
    double limit = Double.POSITIVE_INFINITY;
    for (int k = 1; k <= values.length; k++) {
      double candidate = -StrictMath.log(LEVEL) - StrictMath.log(k);
      if (Arrays.stream(values).filter(value -> value >= candidate).count() >= k) {
        limit = candidate;
      }
    }
    return limit;
  }

  /**
   * Many try without end, each keeping score of true and false hypotheses alike, whose outcomes all
   * depend on one another; somebody looks after each round and stops at the worst moment. Of all
   * that is refuted then, on the average at most the level is false.
   */
  @Test
  void keepsItsLevelHoweverItIsLookedAt() {
    SplittableRandom random = new SplittableRandom(3);
    double worst = 0;
    int runs = 300;
    for (int run = 0; run < runs; run++) {
      worst += worstShare(random) / runs;
    }

    assertThat(worst).isLessThan(LEVEL);
  }

  private static double worstShare(SplittableRandom random) {
    int rules = 200;
    int good = 10;
    BettingEvidence[] evidence = new BettingEvidence[rules];
    Arrays.setAll(evidence, i -> new BettingEvidence());
    double worst = 0;
    for (int round = 0; round < 60; round++) {
      double common = random.nextDouble(-0.5, 0.5);
      for (int i = 0; i < rules; i++) {
        double edge = i < good ? 0.35 : 0;
        evidence[i].add(Math.clamp(edge + common + random.nextDouble(-0.5, 0.5), -1.0, 1.0));
      }
      worst = Math.max(worst, falseShare(evidence, good));
    }
    return worst;
  }

  private static double falseShare(BettingEvidence[] evidence, int good) {
    double[] weighted = new double[evidence.length];
    for (int i = 0; i < weighted.length; i++) {
      weighted[i] = evidence[i].logValue() + FalseDiscovery.logWeight(1 + i / 20, 20);
    }
    double limit = FalseDiscovery.limit(weighted.clone(), LEVEL);
    long all = Arrays.stream(weighted).filter(value -> value >= limit).count();
    long right = Arrays.stream(weighted, 0, good).filter(value -> value >= limit).count();
    return all == 0 ? 0 : (double) (all - right) / all;
  }

  @Test
  void refutesNothingWhereNothingIsKnown() {
    assertThat(FalseDiscovery.limit(new double[0], LEVEL)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(FalseDiscovery.limit(new double[] {0, 1, 2}, LEVEL))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void refusesTrialsThatAreNone() {
    assertThatThrownBy(() -> FalseDiscovery.logWeight(0, 5)).hasMessageContaining("trial 0");
    assertThatThrownBy(() -> FalseDiscovery.logWeight(1, 0)).hasMessageContaining("0 triers");
  }
}
