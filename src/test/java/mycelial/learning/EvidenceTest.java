package mycelial.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class EvidenceTest {
  private final Evidence evidence = new Evidence(TestBrains.settings(), TestBrains.BITCOIN, 0);

  private void add(int count, double first, double second) {
    for (int i = 0; i < count; i++) {
      evidence.add(i % 2 == 0 ? first : second, 60 * (i + 1));
    }
  }

  @Test
  void anExploratoryRuleTakesEnoughOutcomes() {
    add(9, 0.02, 0.01);
    assertThat(evidence.isExploratory()).isFalse();
    evidence.add(0.01, 600);
    assertThat(evidence.isExploratory()).isTrue();
  }

  @Test
  void anExploratoryRuleTakesASignificantMean() {
    add(20, 0.05, -0.045);
    assertThat(evidence.mean()).isPositive();
    assertThat(evidence.tStatistic()).isLessThan(2);
    assertThat(evidence.isExploratory()).isFalse();
  }

  @Test
  void aRuleIsExploratoryNoMoreWhenTheRecentMeanTurnsNegativeThoughEvidenceDoesNotForget() {
    add(40, 0.02, 0.01);
    for (int i = 0; i < 8; i++) {
      evidence.add(-0.02, 3000 + i);
    }
    assertThat(evidence.mean()).isPositive();
    assertThat(evidence.tStatistic()).isGreaterThan(2);
    assertThat(evidence.statistics().recentMean()).isNegative();
    assertThat(evidence.isExploratory()).isFalse();
    assertThat(evidence.isSpent()).isFalse();
  }

  @Test
  void aLosingRuleIsSpentOnceItCanBeJudgedOrIsHopeless() {
    add(4, -0.011, -0.012);
    assertThat(evidence.isSpent()).isFalse();
    evidence.add(-0.011, 900);
    assertThat(evidence.isSpent()).isTrue();
    Evidence noisy = new Evidence(TestBrains.settings(), TestBrains.BITCOIN, 0);
    for (int i = 0; i < 10; i++) {
      noisy.add(i % 2 == 0 ? 0.05 : -0.06, i);
    }
    assertThat(noisy.isSpent()).isTrue();
  }

  @Test
  void aFadingWeakRuleIsSpent() {
    add(10, 0.06, -0.02);
    for (double outcome : new double[] {-0.04, -0.05, -0.04, 0}) {
      evidence.add(outcome, 700);
    }
    assertThat(evidence.mean()).isPositive();
    assertThat(evidence.statistics().recentMean()).isNegative();
    assertThat(evidence.isSpent()).isTrue();
  }

  @Test
  void theValueLosesFivePercentEveryTenMinutes() {
    add(20, 0.02, 0.01);
    double confirmed = evidence.statistics().lastConfirmed();
    double fresh = evidence.value(confirmed, 5);
    assertThat(fresh)
        .isCloseTo(
            100 * (1 - StrictMath.exp(-(evidence.tStatistic() - 1) / Math.sqrt(20))), within(1e-9));
    assertThat(evidence.value(confirmed + 600, 5)).isCloseTo(fresh * 0.95, within(1e-9));
    assertThat(evidence.value(confirmed + 6000, 5))
        .isCloseTo(fresh * StrictMath.pow(0.95, 10), within(1e-9));
  }

  @Test
  void onlyAnOutcomeAboveZeroConfirms() {
    add(20, 0.02, 0.01);
    evidence.add(-0.001, 9000);
    assertThat(evidence.statistics().lastConfirmed()).isEqualTo(1200);
    evidence.add(0.001, 9600);
    assertThat(evidence.statistics().lastConfirmed()).isEqualTo(9600);
  }

  @Test
  void aRuleThatLosesHasNoValue() {
    add(10, -0.02, 0.01);
    assertThat(evidence.value(600, 5)).isZero();
  }
}
