package mycelial.agent.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.agent.Agents;
import mycelial.market.EvidenceGrade;
import mycelial.market.Side;
import mycelial.market.StrategyType;
import mycelial.message.PatternCandidate;
import org.junit.jupiter.api.Test;

final class StandardTest {
  private final Standard standard = new Standard();

  private boolean admits(double score, long barEnd) {
    return standard.admits(
        new PatternCandidate(
            Agents.BITCOIN,
            Side.BUY,
            "r1-1",
            1,
            30,
            StrategyType.GENERIC,
            EvidenceGrade.EXPLORATORY,
            score,
            9,
            0.01,
            barEnd,
            null,
            null));
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
}
