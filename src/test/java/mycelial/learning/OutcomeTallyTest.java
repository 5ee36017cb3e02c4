package mycelial.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OutcomeTallyTest {
  private final OutcomeTally tally = new OutcomeTally(400, 10, 5000, Double.MAX_VALUE);

  @Test
  void cutsTheHistoryIntoFourFoldsWithAnEmbargoOfOneHorizonBetween() {
    tally.add(99, 9000, 0.01);
    tally.add(100, 9000, -0.02);
    tally.add(109, 9000, -0.02);
    assertThat(tally.folds()).as("none of the second fold yet").isEqualTo(1);
    tally.add(110, 9000, -0.03);
    tally.add(399, 9000, 0.01);
    assertThat(tally.folds()).isEqualTo(3);
    assertThat(tally.positiveFolds()).isEqualTo(2);
    assertThat(tally.count()).as("the embargo concerns the folds alone").isEqualTo(5);
  }

  @Test
  void theFirstFoldHasNoEmbargoBeforeIt() {
    tally.add(0, 9000, 0.01);
    assertThat(tally.folds()).isEqualTo(1);
  }

  @Test
  void whatWasEnteredInTimeIsUnfitted() {
    tally.add(10, 5000, 0.25);
    tally.add(11, 5060, 0.75);
    assertThat(tally.unfitted()).isEqualTo(1);
    assertThat(tally.unfittedMean()).isEqualTo(0.25);
    assertThat(tally.mean()).isEqualTo(0.5);
  }
}
