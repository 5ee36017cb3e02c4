package mycelial.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Quote;
import mycelial.market.Side;
import org.junit.jupiter.api.Test;

final class PairHistoryTest {
  private final PairHistory history = new PairHistory(100, Interval.MINUTE);

  private void add(int minute) {
    MarketObservation seen =
        TestHistory.seen(minute, 100 + minute, 101 + minute, minute % 1000 / 1000.0);
    history.add(Objects.requireNonNull(seen.bar()), seen.features());
    history.add(Objects.requireNonNull(seen.quote()));
  }

  @Test
  void keepsTheNewestBarsHoweverManyCome() {
    for (int minute = 0; minute < 1000; minute++) {
      add(minute);
      assertThat(history.bars()).isEqualTo(Math.min(100, minute + 1));
      assertThat(history.end(history.size() - 1)).isEqualTo(60L * (minute + 1));
    }
    for (int back = 0; back < 100; back++) {
      int index = history.size() - 1 - back;
      int minute = 999 - back;
      assertThat(history.bar(index).open()).isEqualTo(100 + minute);
      assertThat(history.bar(index).start()).isEqualTo(60L * minute);
      assertThat(history.ranks(Feature.RSI)[index]).isEqualTo((short) minute);
      assertThat(history.quoteMid(index)).isEqualTo(101 + minute);
    }
    assertThat(history.size()).isLessThanOrEqualTo(history.room());
  }

  @Test
  void theFirstQuoteAfterACloseIsTheOneThatCounts() {
    history.add(new Quote(0, 99));
    Bar bar = Objects.requireNonNull(TestHistory.seen(0, 100, 101, 0.5).bar());
    history.add(bar, FeatureVector.EMPTY);
    assertThat(history.quoteMid(0)).isNaN();
    history.add(new Quote(59, 98));
    assertThat(history.quoteMid(0)).as("older than the close").isNaN();
    history.add(new Quote(61, 102));
    history.add(new Quote(62, 103));
    assertThat(history.quoteMid(0)).isEqualTo(102);
    assertThat(history.quoteTime(0)).isEqualTo(61);
  }

  @Test
  void whatIsAbsentHasNoRankAndNoRange() {
    Bar bar = Bar.quiet(0, Interval.MINUTE, 100);
    history.add(bar, FeatureVector.EMPTY);
    assertThat(history.ranks(Feature.RSI)[0]).isEqualTo(PairHistory.ABSENT);
    assertThat(history.atr(0)).isNaN();
    assertThat(history.isActionable(0)).isFalse();
    assertThat(history.bar(0)).isEqualTo(bar);
  }

  @Test
  void tradesOnceSettledStayTheSameWhenOldBarsAreDropped() {
    for (int minute = 0; minute < 125; minute++) {
      add(minute);
    }
    TradeSimulator simulator =
        new TradeSimulator(
            TestBrains.settings().exits(),
            Interval.MINUTE,
            TestBrains.COSTS,
            TestHistory.settings(1).halfSpreads());
    TradeTable trades = history.trades(simulator, TestHistory.rule(Side.BUY));
    int before = history.size() - 50;
    long end = history.end(before);
    int held = trades.exit(before) - before;
    double earned = trades.netReturn(before);
    assertThat(held).isBetween(1, 11);
    for (int minute = 125; minute < 135; minute++) {
      add(minute);
    }
    int after = 0;
    while (history.end(after) != end) {
      after++;
    }
    assertThat(after).as("the history has moved").isNotEqualTo(before);
    assertThat(trades.exit(after) - after).isEqualTo(held);
    assertThat(trades.netReturn(after)).isEqualTo(earned);
    assertThat(new TradeTable(simulator, TestHistory.rule(Side.BUY), history).exit(after))
        .as("played anew")
        .isEqualTo(after + held);
    assertThat(history.trades(simulator, TestHistory.rule(Side.BUY))).isSameAs(trades);
    assertThat(history.trades(simulator, TestHistory.rule(Side.SELL))).isNotSameAs(trades);
  }

  @Test
  void aTradeThatHasNotEndedIsAskedForAgain() {
    for (int minute = 0; minute < 20; minute++) {
      history.add(
          Objects.requireNonNull(TestHistory.seen(minute, 100, 100, 0.5).bar()),
          TestHistory.features(0.5, 1));
    }
    TradeSimulator simulator =
        new TradeSimulator(
            TestBrains.settings().exits(),
            Interval.MINUTE,
            TestBrains.COSTS,
            TestHistory.settings(1).halfSpreads());
    TradeTable trades = history.trades(simulator, TestHistory.rule(Side.BUY));
    assertThat(trades.exit(19)).as("no quote yet").isEqualTo(TradeTable.IMPOSSIBLE);
    history.add(new Quote(1200, 100));
    assertThat(trades.exit(19)).isEqualTo(TradeTable.UNFINISHED);
    for (int minute = 20; minute < 31; minute++) {
      add(minute);
    }
    assertThat(trades.exit(19)).isBetween(20, 30);
    assertThat(trades.exit(18)).as("never had a quote").isEqualTo(TradeTable.IMPOSSIBLE);
  }
}
