package mycelial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BettingEvidenceTest {
  private static final double[] STAKES = {0.15, 0.4, 0.7, 0.95};

  @Test
  void isTheMeanWealthOfFourGamblers() {
    double[] outcomes = {0.5, -0.2, 1, -1, 0.3, 0};
    BettingEvidence evidence = new BettingEvidence();
    double wealth = 0;
    for (double stake : STAKES) {
      double own = 1;
      for (double outcome : outcomes) {
        own *= 1 + stake * outcome;
      }
      wealth += own / STAKES.length;
    }
    for (double outcome : outcomes) {
      evidence.add(outcome);
    }

    assertThat(StrictMath.exp(evidence.logValue())).isCloseTo(wealth, within(1e-12));
  }

  @Test
  void seldomExceedsWhatVilleAllowsWhenStoppedAtItsBest() {
    SplittableRandom random = new SplittableRandom(8);
    int runs = 4000;
    int over = 0;
    for (int run = 0; run < runs; run++) {
      BettingEvidence evidence = new BettingEvidence();
      double most = 0;
      for (int i = 0; i < 200; i++) {
        // Skewed, and as good as a true hypothesis allows: the mean is zero.
        evidence.add(random.nextDouble() < 0.25 ? 0.9 : -0.3);
        most = Math.max(most, evidence.logValue());
      }
      over += most >= StrictMath.log(20) ? 1 : 0;
    }

    // At most 5 % are to be expected; four standard errors of that are 1.4 %.
    assertThat(over).isLessThan((int) (runs * 0.064)).isPositive();
  }

  @Test
  void growsFastWhereOutcomesAreGood() {
    BettingEvidence evidence = new BettingEvidence();
    for (int i = 0; i < 20; i++) {
      evidence.add(0.8);
    }

    assertThat(evidence.logValue()).isGreaterThan(10);
  }

  @Test
  void goesOnFromItsStateToTheLastBit() {
    BettingEvidence one = new BettingEvidence();
    one.add(0.7);
    one.add(-0.4);
    BettingEvidence other = new BettingEvidence(one.state());
    one.add(0.1);
    other.add(0.1);

    assertThat(other.state()).isEqualTo(one.state());
    assertThat(other.logValue()).isEqualTo(one.logValue());
  }

  @Test
  void staysFiniteHoweverMuchIsLost() {
    BettingEvidence evidence = new BettingEvidence();
    for (int i = 0; i < 400_000; i++) {
      evidence.add(-1);
    }

    assertThat(evidence.logValue()).isFinite().isNegative();
  }

  @Test
  void refusesOutcomesBeyondTheStake() {
    BettingEvidence evidence = new BettingEvidence();
    assertThatThrownBy(() -> evidence.add(1.01)).hasMessageContaining("1.01");
    assertThatThrownBy(() -> evidence.add(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new BettingEvidence(List.of(1.0))).hasMessageContaining("[1.0]");
  }
}
