package mycelial.ledger;

import static mycelial.ledger.Samples.START;
import static mycelial.ledger.Samples.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.StrategyType;
import org.junit.jupiter.api.Test;

final class ExitRulesTest {
  private static final double HELD = START;
  private final ExitRules rules = new ExitRules(3, 6);
  private final ExitPlan longPlan = new ExitPlan(Side.BUY, 90, 120, START + 3600.0);
  private final ExitPlan shortPlan = new ExitPlan(Side.SELL, 110, 80, START + 3600.0);

  private static Exit exit(ExitReason reason, double mid, long offset) {
    return new Exit(reason, mid, START + offset);
  }

  @Test
  void distancesGrowWithTheRootOfTheBarsInTheHorizon() {
    EntryTerms terms = new EntryTerms(Side.BUY, 1000, START, 64, StrategyType.GENERIC);
    assertThat(rules.plan(terms, 2, Interval.MINUTE))
        .isEqualTo(new ExitPlan(Side.BUY, 1000 - 48, 1000 + 96, START + 3840.0));
  }

  @Test
  void aShortPlanIsMirrored() {
    EntryTerms terms = new EntryTerms(Side.SELL, 1000, START, 4, StrategyType.HFT);
    assertThat(rules.plan(terms, 2, Interval.MINUTE))
        .isEqualTo(new ExitPlan(Side.SELL, 1012, 976, START + 240.0));
  }

  @Test
  void aHorizonShorterThanABarCountsAsOneBar() {
    EntryTerms terms = new EntryTerms(Side.BUY, 1000, START, 5, StrategyType.GENERIC);
    assertThat(rules.plan(terms, 2, Interval.HOUR).stop()).isEqualTo(994);
  }

  @Test
  void theStyleCapsTheHorizon() {
    EntryTerms terms = new EntryTerms(Side.BUY, 1000, START, 600, StrategyType.HFT);
    assertThat(rules.plan(terms, 2, Interval.MINUTE).deadline()).isEqualTo(START + 300.0);
  }

  @Test
  void aStopBelowZeroLiesAtAMillionthOfTheEntry() {
    EntryTerms buy = new EntryTerms(Side.BUY, 10, START, 1, StrategyType.GENERIC);
    assertThat(rules.plan(buy, 5, Interval.MINUTE).stop()).isEqualTo(10 * 1e-6);
    EntryTerms sell = new EntryTerms(Side.SELL, 10, START, 1, StrategyType.GENERIC);
    assertThat(rules.plan(sell, 5, Interval.MINUTE).target()).isEqualTo(10 * 1e-6);
  }

  @Test
  void refusesWhatIsNoPlan() {
    EntryTerms terms = new EntryTerms(Side.BUY, 10, START, 1, StrategyType.GENERIC);
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rules.plan(terms, bad, Interval.MINUTE))
          .withMessage("ATR " + bad + " is not above zero");
      assertThatIllegalArgumentException().isThrownBy(() -> new ExitRules(bad, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> new ExitRules(1, bad));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new EntryTerms(Side.BUY, bad, START, 1, StrategyType.GENERIC));
      assertThatIllegalArgumentException().isThrownBy(() -> new ExitPlan(Side.BUY, bad, 2, 3));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExitPlan(Side.BUY, 120, 90, START))
        .withMessage("stop 120.0 lies beyond target 90.0 of a BUY");
  }

  @Test
  void aQuoteBetweenTheLevelsKeepsThePositionOpen() {
    assertThat(ExitRules.onQuote(longPlan, new Quote(START + 9.0, 100))).isNull();
  }

  @Test
  void aQuoteAtALevelClosesAtTheQuote() {
    Quote low = new Quote(START + 9.0, 90);
    Quote high = new Quote(START + 9.0, 121);
    assertThat(ExitRules.onQuote(longPlan, low)).isEqualTo(exit(ExitReason.STOP, 90, 9));
    assertThat(ExitRules.onQuote(longPlan, high)).isEqualTo(exit(ExitReason.TARGET, 121, 9));
    assertThat(ExitRules.onQuote(shortPlan, high)).isEqualTo(exit(ExitReason.STOP, 121, 9));
    assertThat(ExitRules.onQuote(shortPlan, new Quote(START + 9.0, 80)))
        .isEqualTo(exit(ExitReason.TARGET, 80, 9));
  }

  @Test
  void aQuoteAtTheDeadlineClosesByHorizonUnlessALevelIsReached() {
    assertThat(ExitRules.onQuote(longPlan, new Quote(START + 3599.5, 100))).isNull();
    assertThat(ExitRules.onQuote(longPlan, new Quote(START + 3600.0, 100)))
        .isEqualTo(exit(ExitReason.HORIZON, 100, 3600));
    assertThat(ExitRules.onQuote(longPlan, new Quote(START + 3600.0, 89)))
        .isEqualTo(exit(ExitReason.STOP, 89, 3600));
  }

  @Test
  void aBarThatTouchesALevelClosesThereAtItsEnd() {
    assertThat(ExitRules.onBar(longPlan, bar(60, 100, 101, 90, 95), HELD))
        .isEqualTo(exit(ExitReason.STOP, 90, 120));
    assertThat(ExitRules.onBar(longPlan, bar(60, 100, 120, 99, 100), HELD))
        .isEqualTo(exit(ExitReason.TARGET, 120, 120));
    assertThat(ExitRules.onBar(shortPlan, bar(60, 100, 110, 99, 100), HELD))
        .isEqualTo(exit(ExitReason.STOP, 110, 120));
    assertThat(ExitRules.onBar(shortPlan, bar(60, 100, 101, 80, 95), HELD))
        .isEqualTo(exit(ExitReason.TARGET, 80, 120));
    assertThat(ExitRules.onBar(longPlan, bar(60, 100, 119.9, 90.1, 100), HELD)).isNull();
  }

  @Test
  void theStopComesFirstWhenBothWereTouched() {
    assertThat(ExitRules.onBar(longPlan, bar(60, 100, 130, 80, 125), HELD))
        .isEqualTo(exit(ExitReason.STOP, 90, 120));
    assertThat(ExitRules.onBar(shortPlan, bar(60, 100, 130, 70, 75), HELD))
        .isEqualTo(exit(ExitReason.STOP, 110, 120));
  }

  @Test
  void aBarThatGappedThroughALevelClosesAtItsOpen() {
    assertThat(ExitRules.onBar(longPlan, bar(60, 85, 125, 80, 100), HELD))
        .isEqualTo(exit(ExitReason.STOP, 85, 120));
    assertThat(ExitRules.onBar(longPlan, bar(60, 125, 126, 80, 100), HELD))
        .isEqualTo(exit(ExitReason.TARGET, 125, 120));
    assertThat(ExitRules.onBar(shortPlan, bar(60, 115, 116, 70, 100), HELD))
        .isEqualTo(exit(ExitReason.STOP, 115, 120));
    assertThat(ExitRules.onBar(shortPlan, bar(60, 75, 116, 70, 100), HELD))
        .isEqualTo(exit(ExitReason.TARGET, 75, 120));
  }

  @Test
  void anyPartOfTheEntryBarMayHitTheStopAtItsPrice() {
    assertThat(ExitRules.onBar(longPlan, bar(0, 100, 101, 89, 100), START + 1.5))
        .isEqualTo(exit(ExitReason.STOP, 90, 60));
    // The open lies before the entry: no gap, the stop's own price.
    assertThat(ExitRules.onBar(longPlan, bar(0, 85, 101, 84, 100), START + 1.5))
        .isEqualTo(exit(ExitReason.STOP, 90, 60));
  }

  @Test
  void theEntryBarReachesTheTargetOnlyWithItsClose() {
    assertThat(ExitRules.onBar(longPlan, bar(0, 100, 125, 99, 119), START + 1.5)).isNull();
    assertThat(ExitRules.onBar(longPlan, bar(0, 125, 125, 99, 119), START + 1.5)).isNull();
    assertThat(ExitRules.onBar(longPlan, bar(0, 100, 125, 99, 121), START + 1.5))
        .isEqualTo(exit(ExitReason.TARGET, 120, 60));
    assertThat(ExitRules.onBar(shortPlan, bar(0, 100, 101, 75, 81), START + 1.5)).isNull();
    assertThat(ExitRules.onBar(shortPlan, bar(0, 100, 101, 75, 79), START + 1.5))
        .isEqualTo(exit(ExitReason.TARGET, 80, 60));
  }

  @Test
  void aPositionOpenedAsTheBarBeganWasHeldThroughAllOfIt() {
    assertThat(ExitRules.onBar(longPlan, bar(0, 100, 125, 99, 119), START))
        .isEqualTo(exit(ExitReason.TARGET, 120, 60));
  }

  @Test
  void aBarThatWasOverBeforeTheEntryJudgesNothing() {
    assertThat(ExitRules.onBar(longPlan, bar(0, 100, 130, 80, 100), START + 60.0)).isNull();
  }

  @Test
  void aDeadlineWithinABarClosesAtItsClose() {
    ExitPlan within =
        new ExitPlan(longPlan.side(), longPlan.stop(), longPlan.target(), START + 3599.0);
    assertThat(ExitRules.onBar(within, bar(3540, 100, 101, 99, 100.5), HELD))
        .isEqualTo(exit(ExitReason.HORIZON, 100.5, 3600));
    assertThat(ExitRules.onBar(within, bar(3480, 100, 101, 99, 100.5), HELD)).isNull();
    assertThat(ExitRules.onBar(within, bar(3540, 100, 121, 99, 100.5), HELD))
        .isEqualTo(exit(ExitReason.TARGET, 120, 3600));
  }

  @Test
  void aDeadlineAtTheEndOfABarIsLeftToTheQuoteOfThatInstant() {
    assertThat(ExitRules.onBar(longPlan, bar(3540, 100, 101, 99, 100.5), HELD)).isNull();
    assertThat(ExitRules.onQuote(longPlan, new Quote(START + 3600.0, 100.4)))
        .isEqualTo(exit(ExitReason.HORIZON, 100.4, 3600));
  }

  @Test
  void aDeadlineBeforeTheBarClosesAtItsOpen() {
    assertThat(ExitRules.onBar(longPlan, bar(3600, 100, 130, 80, 95), HELD))
        .isEqualTo(exit(ExitReason.HORIZON, 100, 3660));
    assertThat(ExitRules.onBar(longPlan, bar(3600, 88, 130, 80, 95), HELD))
        .isEqualTo(exit(ExitReason.STOP, 88, 3660));
  }

  @Test
  void aQuietBarIsJudgedAtItsFlatPrice() {
    Bar below = Bar.quiet(START + 60, Interval.MINUTE, 89);
    assertThat(ExitRules.onBar(longPlan, below, HELD)).isEqualTo(exit(ExitReason.STOP, 89, 120));
    assertThat(ExitRules.onBar(longPlan, Bar.quiet(START + 60, Interval.MINUTE, 99), HELD))
        .isNull();
  }
}
