package mycelial.ledger;

import static mycelial.ledger.Samples.decimal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import mycelial.market.PairSpec;
import mycelial.market.Side;
import org.junit.jupiter.api.Test;

final class CostModelTest {
  private final CostModel costs = Samples.costs();
  private final PairSpec bitcoin = Objects.requireNonNull(Samples.specs().get(Samples.BTC));

  @Test
  void aBuyPaysHalfSpreadAndSlippageRoundedUp() {
    // 50000.1 x 1.0012 = 50060.10012
    assertThat(costs.fillPrice(Side.BUY, decimal("50000.1"), bitcoin)).isEqualTo("50060.2");
  }

  @Test
  void aSellReceivesHalfSpreadAndSlippageLessRoundedDown() {
    // 50000.1 x 0.9988 = 49940.09988
    assertThat(costs.fillPrice(Side.SELL, decimal("50000.1"), bitcoin)).isEqualTo("49940.0");
  }

  @Test
  void aSellNeverFillsBelowOneTick() {
    assertThat(costs.fillPrice(Side.SELL, decimal("0.1"), bitcoin)).isEqualTo("0.1");
  }

  @Test
  void aFeeIsRoundedHalfUpToEightDecimals() {
    assertThat(costs.fee(decimal("0.00000125"), decimal("0.004"))).isEqualTo("0.00000001");
    assertThat(costs.fee(decimal("0.00000124"), decimal("0.004"))).isEqualTo("0.00000000");
  }

  @Test
  void aTierBeginsAtItsVolume() {
    assertThat(costs.feeRate(BigDecimal.ZERO)).isEqualTo("0.0040");
    assertThat(costs.feeRate(decimal("9999.99"))).isEqualTo("0.0040");
    assertThat(costs.feeRate(decimal("10000"))).isEqualTo("0.0035");
    assertThat(costs.feeRate(decimal("1000000"))).isEqualTo("0.0024");
  }

  @Test
  void aVirtualRoundTripWithoutAMoveLosesTheCosts() {
    // buy 100.15, sell 99.85: -0.29955 %, fees 0.4 % of 1 + 0.9970045
    assertThat(costs.netReturn(Side.BUY, 100, 100, 0.0005, 0.004))
        .isCloseTo(99.85 / 100.15 - 1 - 0.004 * (1 + 99.85 / 100.15), within(1e-15));
    // sell 99.85, buy back at 100.15
    assertThat(costs.netReturn(Side.SELL, 100, 100, 0.0005, 0.004))
        .isCloseTo(1 - 100.15 / 99.85 - 0.004 * (1 + 100.15 / 99.85), within(1e-15));
  }

  @Test
  void refusesTiersThatDoNotAscendFromZero() {
    FeeTier zero = new FeeTier(BigDecimal.ZERO, decimal("0.004"));
    FeeTier ten = new FeeTier(BigDecimal.TEN, decimal("0.003"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CostModel(BigDecimal.ZERO, List.of(ten)))
        .withMessageStartingWith("the fee tiers must begin at volume 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CostModel(BigDecimal.ZERO, List.of(zero, ten, ten)))
        .withMessage("fee tier at volume 10 does not ascend");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CostModel(BigDecimal.ZERO, List.of()));
  }

  @Test
  void refusesFractionsThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CostModel(decimal("-0.001"), costs.tiers()))
        .withMessage("slippage -0.001 is not a fraction from 0 to below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeeTier(BigDecimal.ZERO, BigDecimal.ONE));
  }
}
