package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import mycelial.colony.SessionResult.Haven;
import org.junit.jupiter.api.Test;

final class HavenTextTest {
  private static Haven haven(boolean inForce, long halts, String costOrSaved, String family) {
    return new Haven(
        inForce, false, halts, 1, 2, 3, 4, 5, new BigDecimal(costOrSaved), 61.5, family, true);
  }

  @Test
  void saysWhatItSavedAndWhatItDid() {
    assertThat(HavenText.of(haven(true, 0, "12.344", "XXBTZUSD BUY a b")))
        .isEqualTo(
            "HAVEN saved: account - synthesized = +12.34 USD (halted 5 entries in 0 halts, probation 3,"
                + " hibernation 4, brakes 2, quarantines 1); the family that led most, XXBTZUSD BUY a b,"
                + " led 61.5 % of those it could");
  }

  @Test
  void saysThatPositionsKeptAtAHaltMayLoseMore() {
    assertThat(HavenText.of(haven(true, 1, "-3", "")))
        .startsWith("HAVEN cost: account - synthesized = -3.00 USD")
        .contains("positions open at a halt were kept, so drawdown could go on beyond its limit");
  }

  @Test
  void nothingIsNeitherCostNorSaved() {
    assertThat(HavenText.of(haven(true, 0, "0.001", "")))
        .startsWith("HAVEN cost and saved nothing: account - synthesized = 0.00 USD");
  }

  @Test
  void saysWhenItWasOff() {
    assertThat(HavenText.of(haven(false, 0, "0", "")))
        .startsWith("HAVEN was off: the account traded like synthesized")
        .doesNotContain("halts");
  }
}
