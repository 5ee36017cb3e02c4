package mycelial.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mycelial.ledger.ExitPlan;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.StrategyType;
import org.junit.jupiter.api.Test;

final class TradeSimulatorTest {
  private final TradeSimulator simulator = new TradeSimulator(TestBrains.settings());

  private static Rule rule(Side side, int horizonMinutes) {
    Rule model = TestBrains.rule("r1-0");
    return new Rule(
        "r1-1", TestBrains.BITCOIN, side, horizonMinutes, List.copyOf(model.conditions()), 0, null);
  }

  @Test
  void plansStopAndTargetWithTheRootOfTheBarsInTheHorizon() {
    ExitPlan plan = simulator.plan(rule(Side.BUY, 16), new Quote(1000, 100), 0.5);
    assertThat(plan).isEqualTo(new ExitPlan(Side.BUY, 94, 108, 1960));
    ExitPlan mirrored = simulator.plan(rule(Side.SELL, 16), new Quote(1000, 100), 0.5);
    assertThat(mirrored).isEqualTo(new ExitPlan(Side.SELL, 106, 92, 1960));
  }

  @Test
  void keepsLevelsAboveZero() {
    assertThat(simulator.plan(rule(Side.BUY, 60), new Quote(0, 1), 5).stop()).isPositive();
    assertThat(simulator.plan(rule(Side.SELL, 60), new Quote(0, 1), 5).target()).isPositive();
  }

  @Test
  void noHorizonIsLongerThanItsStyleMayHold() {
    for (StrategyType style : List.of(StrategyType.HFT, StrategyType.DAY, StrategyType.SWING)) {
      Rule longest = rule(Side.BUY, style.maxHoldMinutes());
      assertThat(longest.strategyType()).isEqualTo(style);
      assertThat(simulator.plan(longest, new Quote(0, 100), 0.001).deadline())
          .isEqualTo(60.0 * style.maxHoldMinutes());
    }
  }

  @Test
  void chargesSpreadSlippageAndFeeOnBothSides() {
    double bought = 100 * 1.0015;
    double sold = 110 * 0.9985;
    Rule buy = rule(Side.BUY, 30);
    Rule sell = rule(Side.SELL, 30);
    assertThat(simulator.netReturn(buy, 100, 110))
        .isCloseTo((sold - bought - 0.004 * (sold + bought)) / bought, within(1e-15));
    assertThat(simulator.netReturn(buy, 100, 100)).isCloseTo(-0.011, within(1e-4));
    assertThat(simulator.netReturn(sell, 100, 100)).isCloseTo(-0.011, within(1e-4));
    assertThat(simulator.netReturn(sell, 100, 90)).isPositive();
  }
}
