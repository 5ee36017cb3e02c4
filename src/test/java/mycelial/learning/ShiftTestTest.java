package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import mycelial.market.Side;
import org.junit.jupiter.api.Test;

final class ShiftTestTest {
  private static final int BLOCK = 20;

  private static double pValue(MarketHistory market, double mean, double maximumP) {
    RetestSettings settings = TestHistory.settings(maximumP);
    TradeSimulator simulator =
        new TradeSimulator(
            settings.exits(), settings.interval(), settings.costs(), settings.halfSpreads());
    PairHistory history = Objects.requireNonNull(market.of(BITCOIN));
    Rule rule = TestHistory.rule(Side.BUY);
    ShiftTest test = new ShiftTest(new SplittableRandom(1), 99, maximumP);
    int[] firings = new Firings(market).of(rule);
    return test.pValue(firings, history.trades(simulator, rule), history, mean, BLOCK);
  }

  @Test
  void whatNoShiftReachesHasTheSmallestPValueThatTheDrawsAllow() {
    assertThat(pValue(TestHistory.of(2000, 0, 1), 0.5, 0.1)).isEqualTo(1 / 100.0);
    assertThat(pValue(TestHistory.of(1000, 0, 1), 0.5, 0.1))
        .as("49 shifts of 20 bars are all there are")
        .isEqualTo(1 / 50.0);
  }

  @Test
  void whatEveryShiftReachesHasAPValueOfOneAndStopsEarly() {
    assertThat(pValue(TestHistory.of(2000, 0, 1), -0.5, 0.1)).isEqualTo(1);
  }

  @Test
  void stoppingEarlyNeverMakesAFailurePass() {
    MarketHistory market = TestHistory.of(2000, 0.02, 3);
    for (double mean = -0.02; mean < 0.02; mean += 0.0005) {
      double whole = pValue(market, mean, 1);
      double stopped = pValue(market, mean, 0.1);
      assertThat(stopped <= 0.1)
          .as("mean %s: %s, %s", mean, whole, stopped)
          .isEqualTo(whole <= 0.1);
    }
  }

  @Test
  void needsSoManyBlocksThatThePValueCanBeSmallEnough() {
    assertThat(new ShiftTest(new SplittableRandom(1), 99, 0.1).blocksNeeded()).isEqualTo(10);
    assertThat(new ShiftTest(new SplittableRandom(1), 99, 1).blocksNeeded()).isEqualTo(1);
  }

  /** The same, looking at every firing of every shift. */
  private static double naivePValue(int[] firings, TradeTable trades, PairHistory history) {
    SplittableRandom random = new SplittableRandom(1);
    int[] shifts = new int[history.bars() / BLOCK - 1];
    Arrays.setAll(shifts, i -> (i + 1) * BLOCK);
    int draws = Math.min(99, shifts.length);
    int tried = 0;
    int asGood = 0;
    for (int i = 0; i < draws; i++) {
      int pick = i + random.nextInt(shifts.length - i);
      int shift = shifts[pick];
      shifts[pick] = shifts[i];
      int[] entries =
          Arrays.stream(firings)
              .map(at -> at + shift < history.size() ? at + shift : at + shift - history.bars())
              .sorted()
              .toArray();
      double mean = naiveMean(entries, trades);
      tried += Double.isNaN(mean) ? 0 : 1;
      asGood += mean >= 0 ? 1 : 0;
    }
    return (1.0 + asGood) / (1 + tried);
  }

  private static double naiveMean(int[] entries, TradeTable trades) {
    int free = 0;
    int count = 0;
    double sum = 0;
    for (int entry : entries) {
      int exit = entry < free ? TradeTable.IMPOSSIBLE : trades.exit(entry);
      if (exit == TradeTable.UNFINISHED) {
        break;
      }
      if (exit != TradeTable.IMPOSSIBLE) {
        sum += trades.netReturn(entry);
        count++;
        free = exit;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  @Test
  void passingOverFiringsDuringATradeChangesNoPValue() {
    for (int seed = 1; seed <= 20; seed++) {
      MarketHistory market = TestHistory.of(700 + 37 * seed, 0.01, seed);
      RetestSettings settings = TestHistory.settings(1);
      TradeSimulator simulator =
          new TradeSimulator(
              settings.exits(), settings.interval(), settings.costs(), settings.halfSpreads());
      PairHistory history = Objects.requireNonNull(market.of(BITCOIN));
      Rule rule = TestHistory.rule(Side.BUY);
      TradeTable trades = history.trades(simulator, rule);
      assertThat(pValue(market, 0, 1))
          .as("seed %s", seed)
          .isEqualTo(naivePValue(new Firings(market).of(rule), trades, history));
    }
  }
}
