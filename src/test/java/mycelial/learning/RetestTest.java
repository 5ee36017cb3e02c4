package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import mycelial.analysis.RunningMoments;
import mycelial.ledger.Exit;
import mycelial.ledger.ExitRules;
import mycelial.market.Feature;
import mycelial.market.Interval;
import mycelial.market.Quote;
import mycelial.market.Side;
import org.junit.jupiter.api.Test;

final class RetestTest {
  private static final int BARS = 1200;

  private static RetestVerdict test(MarketHistory history, double fittedFrom) {
    return new Retest(TestHistory.settings(0.10), history, new SplittableRandom(3))
        .test(TestHistory.rule(Side.BUY), fittedFrom, Double.MAX_VALUE);
  }

  @Test
  void approvesWhatIsPlantedAndSaysWhy() {
    RetestVerdict verdict = test(TestHistory.of(BARS, 0.04, 1), 0);

    assertThat(verdict.approved()).isTrue();
    assertThat(verdict.mean()).isBetween(0.01, 0.04);
    assertThat(verdict.pValue()).isLessThanOrEqualTo(0.05);
    assertThat(verdict.reason())
        .matches(
            "\\d+ outcomes, 0 not fitted, mean \\d\\.\\d+ % net, p 0\\.\\d+,"
                + " \\d of 4 folds positive");
  }

  @Test
  void refusesTheOppositeOfWhatIsPlanted() {
    Retest retest =
        new Retest(
            TestHistory.settings(0.10), TestHistory.of(BARS, 0.04, 1), new SplittableRandom(3));
    RetestVerdict verdict = retest.test(TestHistory.rule(Side.SELL), 0, Double.MAX_VALUE);

    assertThat(verdict.approved()).isFalse();
    assertThat(verdict.quality()).isZero();
    assertThat(verdict.reason()).startsWith("the mean is not above zero: ");
  }

  @Test
  void refusesNoiseThatCostsNothingInNineOfTenWorldsOrMore() {
    int approved = 0;
    for (int seed = 0; seed < 40; seed++) {
      approved += test(TestHistory.of(BARS, 0, seed), 0).approved() ? 1 : 0;
    }
    assertThat(approved).isLessThanOrEqualTo(4);
  }

  @Test
  void aMarketThatRisesOnEveryBarIsNoMeritOfTheRule() {
    MarketHistory history = new MarketHistory(2000, Interval.MINUTE);
    SplittableRandom random = new SplittableRandom(9);
    double price = 100;
    for (int i = 0; i < BARS; i++) {
      double open = price;
      price *= 1.004 + 0.001 * random.nextGaussian();
      history.observe(
          TestHistory.seen(i, open, price, StrictMath.rint(1000 * random.nextDouble()) / 1000));
    }
    RetestVerdict verdict = test(history, 0);

    assertThat(verdict.mean()).isPositive();
    assertThat(verdict.approved()).isFalse();
    assertThat(verdict.reason()).startsWith("the p-value is too large: ");
  }

  @Test
  void withoutUnfittedDataNoQualityIsAboveSixty() {
    for (int seed = 0; seed < 10; seed++) {
      RetestVerdict fitted = test(TestHistory.of(BARS, 0.04, seed), 0);
      RetestVerdict fresh = test(TestHistory.of(BARS, 0.04, seed), 60.0 * BARS);
      assertThat(fitted.unfitted()).isZero();
      assertThat(fitted.quality()).isBetween(20.0, 60.0);
      assertThat(fresh.unfitted()).isGreaterThan(fresh.outcomes() / 2);
      assertThat(fresh.quality()).isGreaterThan(fitted.quality());
    }
  }

  @Test
  void countsAsUnfittedOnlyWhatWasEnteredAHorizonBefore() {
    MarketHistory history = TestHistory.of(BARS, 0.04, 1);
    List<double[]> trades = naive(history, TestHistory.rule(Side.BUY));
    double fittedFrom = 30_000;
    long expected = trades.stream().filter(trade -> trade[0] <= fittedFrom - 600).count();

    RetestVerdict verdict = test(history, fittedFrom);
    assertThat(verdict.unfitted()).isEqualTo((int) expected).isPositive();
    assertThat(verdict.outcomes()).isEqualTo(trades.size());
  }

  @Test
  void refusesWhatEarnedOnlySinceItWasFitted() {
    MarketHistory history = new MarketHistory(2000, Interval.MINUTE);
    SplittableRandom random = new SplittableRandom(2);
    double price = 100;
    int rising = 0;
    for (int i = 0; i < BARS; i++) {
      double open = price;
      price *= 1 + 0.001 * random.nextGaussian() + (rising > 0 ? 0.008 : 0);
      rising--;
      double rank = StrictMath.rint(1000 * random.nextDouble()) / 1000;
      rising = rank < 0.05 && i > BARS / 4 ? 10 : rising;
      history.observe(TestHistory.seen(i, open, price, rank));
    }
    RetestVerdict verdict = test(history, 60.0 * BARS / 4);

    assertThat(verdict.unfitted()).isGreaterThanOrEqualTo(3);
    assertThat(verdict.mean()).isPositive();
    assertThat(verdict.approved()).isFalse();
    assertThat(verdict.reason()).startsWith("what was not fitted lost: ");
  }

  @Test
  void saysThatItsHistoryIsTooShort() {
    RetestVerdict verdict = test(TestHistory.of(199, 0.04, 1), 0);

    assertThat(verdict.approved()).isFalse();
    assertThat(verdict.reason())
        .isEqualTo("a history of 199 bars is too short, 200 are needed for that horizon");
    assertThat(test(new MarketHistory(2000, Interval.MINUTE), 0).reason())
        .startsWith("a history of 0 bars is too short");
  }

  @Test
  void saysThatTheRuleHasFiredTooSeldom() {
    MarketHistory history = new MarketHistory(2000, Interval.MINUTE);
    for (int i = 0; i < 300; i++) {
      history.observe(TestHistory.seen(i, 100, 100, i % 100 == 0 ? 0.01 : 0.5));
    }
    assertThat(test(history, 0).reason()).isEqualTo("it fired on 3 bars, 5 are needed");
  }

  @Test
  void theSameHistoryAndDrawsGiveTheSameVerdict() {
    assertThat(test(TestHistory.of(BARS, 0.02, 4), 0))
        .isEqualTo(test(TestHistory.of(BARS, 0.02, 4), 0));
  }

  @Test
  void earnsWhatTheObviousReplayEarns() {
    for (int seed = 0; seed < 5; seed++) {
      MarketHistory history = TestHistory.of(1900 + 200 * seed, 0.03, seed);
      List<double[]> trades = naive(history, TestHistory.rule(Side.BUY));
      RunningMoments expected = new RunningMoments();
      trades.forEach(trade -> expected.add(trade[1]));
      RetestVerdict verdict = test(history, 0);

      assertThat(verdict.outcomes()).isEqualTo(expected.count()).isGreaterThan(20);
      assertThat(verdict.mean()).isCloseTo(expected.mean(), offset(1e-8));
    }
  }

  /** Entry time and net return of each trade: one after the other, no tables, no shortcuts. */
  private static List<double[]> naive(MarketHistory market, Rule rule) {
    RetestSettings settings = TestHistory.settings(0.10);
    TradeSimulator simulator =
        new TradeSimulator(
            settings.exits(), settings.interval(), settings.costs(), settings.halfSpreads());
    PairHistory history = Objects.requireNonNull(market.of(BITCOIN));
    List<double[]> trades = new ArrayList<>();
    VirtualTrade open = null;
    for (int i = history.first(); i < history.size(); i++) {
      Quote quote = new Quote(history.quoteTime(i), history.quoteMid(i));
      if (open != null) {
        Exit exit = ExitRules.onBar(open.plan(), history.bar(i), open.entryTime());
        exit = exit == null ? ExitRules.onQuote(open.plan(), quote) : exit;
        if (exit != null) {
          double earned = simulator.netReturn(rule, open.entryMid(), exit.mid());
          trades.add(new double[] {open.entryTime(), earned});
          open = null;
        }
      }
      boolean fires = history.ranks(Feature.RSI)[i] < 50;
      if (open == null && fires) {
        open =
            new VirtualTrade(
                quote.mid(), quote.time(), simulator.plan(rule, quote, history.atr(i)));
      }
    }
    return trades;
  }
}
