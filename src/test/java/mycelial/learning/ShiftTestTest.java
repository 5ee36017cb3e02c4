package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;
import static org.assertj.core.api.Assertions.assertThat;

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
}
