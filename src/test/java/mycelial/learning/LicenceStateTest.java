package mycelial.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class LicenceStateTest {
  @Test
  void aRefusedRuleNeedsFourMoreOutcomes() {
    LicenceState refused = LicenceState.NONE.refused(8);
    assertThat(refused.isInForce()).isFalse();
    assertThat(refused.isRenewal()).isFalse();
    assertThat(refused.retryFrom()).isEqualTo(12);
  }

  @Test
  void aLapsedLicenceCanBeRenewedAfterOneMoreOutcome() {
    LicenceState lapsed = LicenceState.NONE.granted("l-1", 0.7, 8).lapsed();
    assertThat(lapsed.isInForce()).isFalse();
    assertThat(lapsed.isRenewal()).isTrue();
    assertThat(lapsed.factor()).as("what a renewal may expect").isEqualTo(0.7);
    assertThat(lapsed.retryFrom()).isEqualTo(9);
  }

  @Test
  void countsItsLicences() {
    LicenceState renewed =
        LicenceState.NONE.granted("l-1", 0.7, 8).lapsed().granted("l-2", 0.5, 12);
    assertThat(renewed).isEqualTo(new LicenceState("l-2", 0.5, 2, 13));
  }

  @Test
  void refusesAFactorAboveOne() {
    assertThatThrownBy(() -> LicenceState.NONE.granted("l-1", 1.01, 8))
        .hasMessage("factor 1.01 is not between 0 and 1");
  }
}
