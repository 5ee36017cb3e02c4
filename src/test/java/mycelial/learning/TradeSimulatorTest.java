package mycelial.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mycelial.learning.TradeSimulator.Outcome;
import mycelial.ledger.ExitPlan;
import mycelial.ledger.ExitReason;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Quote;
import mycelial.market.Side;
import org.junit.jupiter.api.Test;

final class TradeSimulatorTest {
  private static final ExitPlan LONG = new ExitPlan(Side.BUY, 90, 120, 600);
  private static final ExitPlan SHORT = new ExitPlan(Side.SELL, 110, 80, 600);

  private final TradeSimulator simulator = new TradeSimulator(TestBrains.settings());

  private static Bar bar(double open, double high, double low, double close) {
    return new Bar(60, Interval.MINUTE, open, high, low, close, 1, 1, Bar.Kind.TRADED);
  }

  @Test
  void plansStopAndTargetWithTheRootOfTheBarsInTheHorizon() {
    ExitPlan plan = simulator.plan(Side.BUY, 100, 0.5, 16, 1000);
    assertThat(plan).isEqualTo(new ExitPlan(Side.BUY, 94, 108, 1960));
    ExitPlan mirrored = simulator.plan(Side.SELL, 100, 0.5, 16, 1000);
    assertThat(mirrored).isEqualTo(new ExitPlan(Side.SELL, 106, 92, 1960));
  }

  @Test
  void keepsLevelsAboveZero() {
    assertThat(simulator.plan(Side.BUY, 1, 5, 60, 0).stop()).isPositive();
    assertThat(simulator.plan(Side.SELL, 1, 5, 60, 0).target()).isPositive();
  }

  @Test
  void takesTheStopFirstWhenBothWereTouched() {
    assertThat(simulator.onBar(LONG, bar(100, 125, 85, 100), 0))
        .isEqualTo(new Outcome(ExitReason.STOP, 90, 120));
    assertThat(simulator.onBar(SHORT, bar(100, 115, 75, 100), 0))
        .isEqualTo(new Outcome(ExitReason.STOP, 110, 120));
  }

  @Test
  void exitsAtTheOpenThatGappedThrough() {
    assertThat(simulator.onBar(LONG, bar(85, 88, 80, 87), 0))
        .isEqualTo(new Outcome(ExitReason.STOP, 85, 120));
    assertThat(simulator.onBar(LONG, bar(130, 131, 85, 90), 0))
        .isEqualTo(new Outcome(ExitReason.TARGET, 130, 120));
    assertThat(simulator.onBar(SHORT, bar(70, 120, 70, 90), 0))
        .isEqualTo(new Outcome(ExitReason.TARGET, 70, 120));
  }

  @Test
  void onTheEntryBarATargetCountsOnlyAtTheClose() {
    assertThat(simulator.onBar(LONG, bar(100, 125, 95, 110), 90)).isNull();
    assertThat(simulator.onBar(LONG, bar(100, 125, 95, 121), 90))
        .isEqualTo(new Outcome(ExitReason.TARGET, 120, 120));
    assertThat(simulator.onBar(LONG, bar(100, 125, 89, 121), 90))
        .isEqualTo(new Outcome(ExitReason.STOP, 90, 120));
    assertThat(simulator.onBar(LONG, bar(100, 125, 95, 110), 60))
        .isEqualTo(new Outcome(ExitReason.TARGET, 120, 120));
  }

  @Test
  void closesAtTheDeadline() {
    ExitPlan due = new ExitPlan(Side.BUY, 90, 120, 119);
    assertThat(simulator.onBar(due, bar(100, 101, 99, 100.5), 0))
        .isEqualTo(new Outcome(ExitReason.HORIZON, 100.5, 120));
    assertThat(simulator.onBar(LONG, bar(100, 101, 99, 100.5), 0)).isNull();
    assertThat(simulator.onQuote(LONG, new Quote(600, 100)))
        .isEqualTo(new Outcome(ExitReason.HORIZON, 100, 600));
  }

  @Test
  void judgesQuotes() {
    assertThat(simulator.onQuote(LONG, new Quote(70, 89)))
        .isEqualTo(new Outcome(ExitReason.STOP, 89, 70));
    assertThat(simulator.onQuote(SHORT, new Quote(70, 79)))
        .isEqualTo(new Outcome(ExitReason.TARGET, 79, 70));
    assertThat(simulator.onQuote(LONG, new Quote(70, 100))).isNull();
  }

  @Test
  void chargesSpreadSlippageAndFeeOnBothSides() {
    double bought = 100 * 1.0015;
    double sold = 110 * 0.9985;
    assertThat(simulator.netReturn(Side.BUY, 100, 110, TestBrains.BITCOIN))
        .isCloseTo((sold - bought - 0.004 * (sold + bought)) / bought, within(1e-15));
    assertThat(simulator.netReturn(Side.BUY, 100, 100, TestBrains.BITCOIN))
        .isCloseTo(-0.011, within(1e-4));
    assertThat(simulator.netReturn(Side.SELL, 100, 100, TestBrains.BITCOIN))
        .isCloseTo(-0.011, within(1e-4));
    assertThat(simulator.netReturn(Side.SELL, 100, 90, TestBrains.BITCOIN)).isPositive();
  }
}
