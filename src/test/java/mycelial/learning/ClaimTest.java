package mycelial.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ClaimTest {
  @Test
  void takesTheTStatisticFromTheValueThatPeersTell() {
    double value = 100 * (1 - StrictMath.exp(-(6 - 1) / Math.sqrt(30)));

    assertThat(Claim.of(30, 0.01, value).tStatistic()).isCloseTo(6, within(1e-9));
  }

  @Test
  void feedsEvidenceThatSaysWhatWasClaimed() {
    Evidence evidence = new Evidence(TestBrains.settings(), TestBrains.BITCOIN, 0);
    new Claim(31, 0.01, 6).feed(evidence, 500);

    assertThat(evidence.outcomes()).isEqualTo(31);
    assertThat(evidence.mean()).isCloseTo(0.01, within(1e-12));
    assertThat(evidence.tStatistic()).isCloseTo(6, within(0.2));
    assertThat(evidence.statistics().lastConfirmed()).isEqualTo(500);
  }

  @Test
  void refusesWhatClaimsNothing() {
    assertThatThrownBy(() -> new Claim(1, 0.01, 6)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Claim(30, 0, 6)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Claim.isCredible(30, -0.01, 50)).isFalse();
    assertThat(Claim.isCredible(30, 0.01, 100)).isFalse();
    assertThat(Claim.isCredible(30, 0.01, 50)).isTrue();
  }
}
