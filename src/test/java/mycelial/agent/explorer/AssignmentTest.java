package mycelial.agent.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mycelial.market.StrategyType;
import org.junit.jupiter.api.Test;

final class AssignmentTest {
  @Test
  void beginsAPeriodAtItsPhase() {
    Assignment assignment = new Assignment(StrategyType.HFT, 60, 15, 5, 0.5);

    assertThat(assignment.period(19)).isEqualTo(0);
    assertThat(assignment.period(20)).isEqualTo(1);
    assertThat(assignment.period(34)).isEqualTo(1);
    assertThat(assignment.period(4)).isEqualTo(-1);
  }

  @Test
  void refusesToLookBackOnNothing() {
    assertThatThrownBy(() -> new Assignment(StrategyType.HFT, 0, 15, 0, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 bars");
  }
}
