package mycelial.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StandardTest {
  private final Standard standard = new Standard();

  private boolean admits(double score, long barEnd) {
    return standard.admits(score, barEnd);
  }

  @Test
  void aPoorVoteCountsWhereNoBetterIsKnown() {
    assertThat(admits(5, 60)).isTrue();
    assertThat(admits(50, 120)).isTrue();
    assertThat(admits(5, 180)).isFalse();
    assertThat(admits(41, 180)).isTrue();
  }

  @Test
  void theBestIsForgottenByHalfInADay() {
    List<Boolean> admitted = List.of(admits(50, 60), admits(21, 60 + 86_400), admits(5, 120));

    assertThat(admitted).containsExactly(true, true, false);
  }

  @Test
  void askingWhetherAVoteWouldCountSetsNoStandard() {
    assertThat(standard.wouldAdmit(50, 60)).isTrue();
    assertThat(admits(5, 120)).isTrue();
    assertThat(standard.wouldAdmit(3.9, 120)).isFalse();
    assertThat(standard.wouldAdmit(4.1, 120)).isTrue();
  }
}
