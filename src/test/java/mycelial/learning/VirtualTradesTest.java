package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;
import static mycelial.learning.TestBrains.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import mycelial.ledger.EntryTerms;
import mycelial.ledger.ExitPlan;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.StrategyType;
import org.junit.jupiter.api.Test;

final class VirtualTradesTest {
  private final BrainSettings settings = TestBrains.settings();
  private final FeatureTable table =
      new FeatureTable(List.of(BITCOIN, ETHER), new SignalHistory(3600));
  private final Population population =
      new Population(settings, new SplittableRandom(1), table, null);
  private final VirtualTrades trades = new VirtualTrades(new TradeSimulator(settings), population);
  private final LivingRule rule =
      new LivingRule(new Offspring(TestBrains.rule("r7-0"), 0), 0, settings, 0, 1);

  private static Bar flat(int minute, double price) {
    return new Bar(
        60L * minute, Interval.MINUTE, price, price, price, price, 1, 1, Bar.Kind.TRADED);
  }

  @Test
  void opensAtTheQuoteOfTheSameInstant() {
    trades.onBar(flat(0, 100), 1);
    trades.onQuote(new Quote(60, 101));
    trades.fired(rule, 60);
    assertThat(rule.trade).isNotNull().extracting(VirtualTrade::entryMid).isEqualTo(101.0);
  }

  @Test
  void waitsForTheNextQuoteWhenTheKnownOneIsOlderThanTheBar() {
    trades.onQuote(new Quote(30, 99));
    trades.onBar(flat(0, 100), 1);
    trades.fired(rule, 60);
    assertThat(rule.trade).isNull();
    assertThat(rule.pending).isTrue();
    trades.onQuote(new Quote(61, 102));
    assertThat(rule.trade).isNotNull().extracting(VirtualTrade::entryMid).isEqualTo(102.0);
    assertThat(rule.pending).isFalse();
  }

  @Test
  void givesUpWaitingAtTheNextBar() {
    trades.onBar(flat(0, 100), 1);
    trades.fired(rule, 60);
    trades.onBar(flat(1, 100), 1);
    trades.onQuote(new Quote(120, 100));
    assertThat(rule.trade).isNull();
    assertThat(rule.pending).isFalse();
  }

  @Test
  void neverOpensWithoutAnAtr() {
    trades.onBar(flat(0, 100), Double.NaN);
    trades.onQuote(new Quote(60, 100));
    trades.fired(rule, 60);
    assertThat(rule.trade).isNull();
    assertThat(rule.pending).isFalse();
  }

  @Test
  void neverOpensInAMarketThatDoesNotMove() {
    trades.onBar(flat(0, 100), 0);
    trades.onQuote(new Quote(60, 100));
    trades.fired(rule, 60);
    assertThat(rule.trade).isNull();
    assertThat(rule.pending).isFalse();
  }

  @Test
  void isClosedAsALedgerWouldAndEarnsWhatItWould() {
    trades.onBar(flat(0, 100), 1);
    trades.onQuote(new Quote(60, 100));
    trades.fired(rule, 60);
    ExitPlan plan =
        settings
            .exits()
            .plan(new EntryTerms(Side.BUY, 100, 60, 30, StrategyType.DAY), 1, settings.interval());
    assertThat(rule.trade).isEqualTo(new VirtualTrade(100, 60, plan));
    trades.onBar(flat(1, 50), 1);
    assertThat(rule.trade).isNull();
    assertThat(rule.evidence.mean())
        .isEqualTo(TestBrains.COSTS.netReturn(Side.BUY, 100, 50, 0.0005, 0.004));
  }

  @Test
  void outcomesOfARuleThatFiresAtEveryBarDoNotOverlap() {
    for (int minute = 0; minute < 121; minute++) {
      trades.onBar(flat(minute, 100), 1);
      trades.onQuote(new Quote(60L * (minute + 1), 100));
      trades.fired(rule, 60L * (minute + 1));
    }
    assertThat(rule.evidence.outcomes()).isEqualTo(4);
  }

  @Test
  void aRuleThatIsReplacedLeavesNoOutcome() {
    trades.onBar(flat(0, 100), 1);
    trades.onQuote(new Quote(60, 100));
    trades.fired(rule, 60);
    rule.doomed = true;
    trades.onBar(flat(1, 50), 1);
    assertThat(rule.evidence.outcomes()).isZero();
  }
}
